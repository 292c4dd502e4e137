/** Owns one value of the draft at a place: reading it, changing it, taking it away. */
import { removedAt, replacedAt, valueAt } from '@yimen/config';
import { useDraft } from './draft-context';
import type { Place } from './place';

export interface DraftValue {
  readonly value: unknown;
  readonly editable: boolean;
  /** Puts another value there; undefined takes the key away. */
  readonly change: (next: unknown) => void;
}

export function useValue({ document, pointer }: Place): DraftValue {
  const { documents, editable, edit } = useDraft();
  const change = (next: unknown) =>
    edit(
      (all) => ({
        ...all,
        [document]: next === undefined ? removedAt(all[document], pointer) : replacedAt(all[document], pointer, next),
      }),
      `${document}#${pointer}`,
    );
  return { value: valueAt(documents[document], pointer), editable, change };
}
