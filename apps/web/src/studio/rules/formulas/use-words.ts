/** Owns the words of the editor of formulas: what stands beside suggestions, what functions do, what is wrong. */
import { useCallback, useMemo } from 'react';
import { useLanguage } from '../../../language';
import type { FactDictionary } from '../fact-dictionary';
import { typeWords } from '../type-words';
import type { SuggestionWords } from './editor-completion';
import type { FormulaProblem } from './faults';
import { type Suggestion, typeName } from './suggest';

/** What a function is given and does. */
export function useCallWords(): (id: string) => string {
  const { t } = useLanguage();
  return useCallback(
    (id) => t('studioRules.call', { id, given: t(`studioRules.fn.${id}.args`), help: t(`studioRules.fn.${id}.help`) }),
    [t],
  );
}

/** The words beside a suggestion: of a fact its type, of a function what it does. */
export function useSuggestionWords(): SuggestionWords {
  const { t, language } = useLanguage();
  const callWords = useCallWords();
  return useMemo(
    () => ({
      detail: ({ kind, type, title }: Suggestion) => {
        if (type) return typeName(type)[language];
        return kind === 'function' || kind === 'value' ? title[language] : t(`studioRules.kind.${kind}`);
      },
      info: ({ kind, id }: Suggestion) => (kind === 'function' ? callWords(id) : undefined),
    }),
    [t, language, callWords],
  );
}

/** What is wrong, in words. */
export function useProblemWords(dictionary: FactDictionary): (problem: FormulaProblem) => string {
  const { t, say } = useLanguage();
  return (problem) => {
    if (problem.kind === 'types') return say(problem.message);
    if (problem.kind === 'circle') {
      const title = dictionary.facts.get(problem.fact)?.title;
      return t('studioRules.problem.circle', { title: title ? say(title) : problem.fact });
    }
    return t(`studioRules.problem.${problem.kind}`);
  };
}

/** What a formula results in, in words. */
export function useResultWords() {
  const { t, say } = useLanguage();
  return (result: { type: Parameters<typeof typeWords>[0]; blank: boolean }) =>
    t(result.blank ? 'studioRules.result-blank' : 'studioRules.result', { type: typeWords(result.type, { t, say }) });
}
