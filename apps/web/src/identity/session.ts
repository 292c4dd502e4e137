/** Owns who is signed in: learning it, signing in and out, what the roles allow. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Account, allows, type Permission, type Session } from '@yimen/contracts';
import { call, keepCsrf, remove, send } from '../server/client';

/** A session as this screen knows it. */
export interface KnownSession extends Session {
  /** It ended by itself: who is named was signed in, and comes back to what is on screen. */
  readonly ended?: boolean;
}

const keep = (session: Session): KnownSession => {
  keepCsrf(session.csrf);
  return session;
};

export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: async ({ client, queryKey }): Promise<KnownSession> => {
      const session = keep(await call<Session>('/api/v1/session'));
      const before = client.getQueryData<KnownSession>(queryKey);
      if (session.account || !before?.account) return session;
      return { ...session, account: before.account, ended: true };
    },
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: 'always',
  });

/** The account that is signed in; pages are only drawn when there is one. */
export function useAccount(): Account | null {
  return useQuery(sessionQuery()).data?.account ?? null;
}

/** Whether the account may do something somewhere. */
export function useMay(): (permission: Permission) => boolean {
  const session = useQuery(sessionQuery()).data;
  const held = session?.passwordExpired ? [] : (session?.account?.assignments ?? []).map(({ role }) => role);
  return (permission) => allows(held, permission);
}

/** The areas for which the account has a permission. */
export function useAreasFor(permission: Permission): string[] {
  const may = useMay()(permission);
  const held = useAccount()?.assignments ?? [];
  return may ? held.filter(({ role }) => allows([role], permission)).map(({ area }) => area) : [];
}

/** The area where an account has one alone: nobody has to choose. */
export const onlyOf = (areas: readonly string[]): string | undefined => (areas.length === 1 ? areas[0] : undefined);

/** Everything that was loaded belongs to who was signed in before, and stays for who comes back. */
function useSessionChange<T>(change: (input: T) => Promise<Session>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (session) => {
      const before = client.getQueryData(sessionQuery().queryKey)?.account;
      if (!session.account || session.account.id !== before?.id)
        client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      client.setQueryData(sessionQuery().queryKey, keep(session));
    },
  });
}

export const useSignIn = () =>
  useSessionChange((who: { name: string; password: string }) => send<Session>('/api/v1/session', who));

/** A session that the provider opened ends there too: whoever comes next at this screen would be let in again. */
export function useSignOut() {
  const leave = useQuery(sessionQuery()).data?.leave;
  return useSessionChange(async () => {
    const session = await remove<Session>('/api/v1/session');
    if (leave) location.assign(leave);
    return session;
  });
}

export const useSignOutEverywhere = () => useSessionChange(() => remove<Session>('/api/v1/sessions'));
