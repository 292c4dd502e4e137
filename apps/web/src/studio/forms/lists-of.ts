/** Owns the lists of a draft as choices for a field. */
import { useLanguage } from '../../language';
import { documentsOf, listed } from '../draft/documents';
import { useDraft } from '../draft/draft-context';
import type { Place } from '../draft/place';

export interface ListOption {
  readonly value: string;
  readonly label: string;
  readonly place: Place;
}

export function useListOptions(): ListOption[] {
  const { say } = useLanguage();
  const { documents } = useDraft();
  return documentsOf(documents, 'lists').flatMap(({ document, value }) =>
    listed(value.lists).map(({ id, title }, index) => {
      const { zh = '', en = zh } = title ?? {};
      return { value: id, label: say({ zh, en }), place: { document, pointer: `/lists/${index}` } };
    }),
  );
}
