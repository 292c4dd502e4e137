/** Owns what the pages of accounts ask the server for. */
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccountChange, AccountCreation, AccountPage, AreaPage, Invited } from '@yimen/contracts';
import { call, put, send } from '../server/client';

export const accountsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['accounts'],
    queryFn: ({ pageParam }) =>
      call<AccountPage>(`/api/v1/accounts?limit=50${pageParam ? `&cursor=${pageParam}` : ''}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** The areas in the order of the tree, as many as one page holds. */
export const areasQuery = () =>
  queryOptions({ queryKey: ['areas'], queryFn: () => call<AreaPage>('/api/v1/areas?limit=200') });

function useAccountsChange<T>(change: (input: T) => Promise<Invited>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['accounts'] }),
  });
}

export const useInvite = () =>
  useAccountsChange(({ name, ...creation }: AccountCreation & { name: string }) =>
    put<Invited>(`/api/v1/accounts/${name}`, creation),
  );

export const useChange = () =>
  useAccountsChange(({ name, change }: { name: string; change: AccountChange }) =>
    send<Invited>(`/api/v1/accounts/${name}/changes`, change),
  );
