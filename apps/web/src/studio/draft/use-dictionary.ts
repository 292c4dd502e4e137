/** Owns the questions, calculations, conditions and lists that the draft's rules may name. */
import { type Dictionary, dictionaryOf } from '@yimen/engine/editing';
import { useDeferredValue, useMemo } from 'react';
import { useDraft } from './draft-context';
import { useNamesOfAnswers } from './use-names-of-answers';

/** Of the draft as it stands; undefined while it could never be read. */
export function useDictionary(): Dictionary | undefined {
  const { edition, documents } = useDraft();
  const settled = useDeferredValue(documents);
  const areas = useNamesOfAnswers(documents);
  return useMemo(() => edition && dictionaryOf(edition, settled, areas), [edition, settled, areas]);
}
