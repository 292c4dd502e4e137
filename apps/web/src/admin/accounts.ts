/** Owns what the pages of accounts ask the server for. */
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Account, AccountChange, AccountCreation, AccountPage, Invited } from '@yimen/contracts';
import { call, edit, ProblemError, put } from '../server/client';

export const accountsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['accounts'],
    queryFn: ({ pageParam }) =>
      call<AccountPage>(`/api/v1/accounts?limit=50${pageParam ? `&cursor=${pageParam}` : ''}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

function useAccountsChange<T>(change: (input: T) => Promise<Invited>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['accounts'] }),
    // Somebody was faster: what they made of the account is shown.
    onError: (error) => {
      if (error instanceof ProblemError && error.status === 412)
        void client.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
}

export const useInvite = () =>
  useAccountsChange(({ name, ...creation }: AccountCreation & { name: string }) =>
    put<Invited>(`/api/v1/accounts/${name}`, creation),
  );

/** Changes the version of an account that is on screen. */
export const useChange = () =>
  useAccountsChange(({ account: { name, version }, change }: { account: Account; change: AccountChange }) =>
    edit<Invited>(`/api/v1/accounts/${name}/changes`, change, `"${version}"`),
  );
