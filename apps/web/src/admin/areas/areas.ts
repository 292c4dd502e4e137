/** Owns what the page of areas asks the server for, and where an account may change them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type AreaChange, type AreaCreation, type AreaDetail, type AreaImport, workbookType } from '@yimen/contracts';
import { type AreaTree, pathTo } from '../../areas/area-tree';
import { useAreasFor } from '../../identity/session';
import { edit, put, sendFile, type Tagged, tagged } from '../../server/client';

/** One area as it is now: an edit names its tag. */
export const areaNowQuery = (id: string) =>
  queryOptions({
    queryKey: ['areas', 'now', id],
    queryFn: (): Promise<Tagged<AreaDetail>> => tagged<AreaDetail>(`/api/v1/areas/${id}`),
    staleTime: 0,
  });

/** Whether the account may change an area: it holds the permission there or above. */
export function useMayEdit(tree: AreaTree | undefined): (id: string) => boolean {
  const held = useAreasFor('edit-areas');
  return (id) => pathTo(tree?.nodes.get(id)).some((area) => held.includes(area.id));
}

function useAreasChange<T, R>(change: (input: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all(['areas', 'area'].map((key) => client.invalidateQueries({ queryKey: [key] }))).then(() => undefined),
  });
}

export const useCreateArea = () =>
  useAreasChange(({ id, ...creation }: AreaCreation & { id: string }) =>
    put<AreaDetail>(`/api/v1/areas/${id}`, creation),
  );

export const useChangeArea = () =>
  useAreasChange(({ id, tag, change }: { id: string; tag: string; change: AreaChange }) =>
    edit<AreaDetail>(`/api/v1/areas/${id}/changes`, change, tag),
  );

export interface TableFile {
  readonly name: string;
  readonly kind: 'csv' | 'xlsx';
  readonly content: string | ArrayBuffer;
}

/** A chosen file. Tables that spreadsheets saved in the older Chinese encoding are read too. */
export async function readFile(file: File): Promise<TableFile> {
  const content = await file.arrayBuffer();
  if (/\.xlsx$/iu.test(file.name)) return { name: file.name, kind: 'xlsx', content };
  return { name: file.name, kind: 'csv', content: decode(content) };
}

function decode(content: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('gb18030').decode(content);
  }
}

const sendTable = ({ kind, content }: TableFile, dryRun: boolean): Promise<AreaImport> =>
  sendFile(`/api/v1/areas.${kind}?dryRun=${dryRun}`, content, kind === 'csv' ? 'text/csv' : workbookType);

/** Tells what a table would change. */
export const useTryTable = () => useMutation({ mutationFn: (file: TableFile) => sendTable(file, true) });
export const useImportTable = () => useAreasChange((file: TableFile) => sendTable(file, false));
