/** Owns what the parts of the list editor share: the list that is open, and the ways to change it. */
import { createContext, useContext } from 'react';
import type { Documents } from '../draft/draft-state';
import type { ListEdit } from './list-edits';
import type { Choices, WrittenList } from './written-list';

export interface ListEditor {
  readonly list: WrittenList;
  readonly choices: Choices;
  /** Ids of rows that meant something before. */
  readonly avoid: readonly string[];
  /** Makes an edit, or keeps on screen why it was refused. */
  readonly attempt: (make: (documents: Documents) => ListEdit, label?: string) => ListEdit;
}

export const ListContext = createContext<ListEditor | undefined>(undefined);

export function useList(): ListEditor {
  const editor = useContext(ListContext);
  if (!editor) throw new Error('no list on this page');
  return editor;
}
