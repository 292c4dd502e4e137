/** Owns what an item says now, in words: points and clause, sentences, rows. */
import { isObject, type RollOverStep, valueAt } from '@yimen/config';
import { type LineDeclaration, type RuleDeclaration, ruleSentence } from '@yimen/engine/editing';
import { useDeferredValue } from 'react';
import { useLanguage } from '../../language';
import { documentsOf, listed } from '../draft/documents';
import { useDraft } from '../draft/draft-context';
import { useDictionary } from '../draft/use-dictionary';
import { useSentences } from '../table/use-sentences';

/** Items that are gone say what they said. */
export function useSays(): (step: RollOverStep) => readonly string[] {
  const { t, say } = useLanguage();
  const { draft, base, documents } = useDraft();
  const settled = useDeferredValue(documents);
  const sentencesOf = useSentences();
  const ruleSays = useRules();
  return (step) => {
    const value = valueAt((step.state === 'retired' ? (base ?? {}) : settled)[step.document], step.pointer);
    if (!isObject(value)) return [];
    const points = t('year.points', { points: value.points });
    switch (step.kind) {
      case 'category':
        return [points];
      case 'indicator':
        return [`${points} · ${t('year.lines', { count: lengthOf(value.lines) })}`];
      case 'line':
        return [[points, ...(step.state === 'retired' ? [] : sentencesOf(step.id).map(say))].join(' · ')];
      case 'rule':
        return [say(ruleSays(value as unknown as RuleDeclaration, step, draft.kind))];
      case 'list':
        return [rowsOf(value.rows, t, say)];
    }
  };
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** How many rows a list has, and the first of them. */
function rowsOf(
  rows: unknown,
  t: ReturnType<typeof useLanguage>['t'],
  say: ReturnType<typeof useLanguage>['say'],
): string {
  const all = listed(rows as readonly { readonly title?: { readonly zh: string; readonly en?: string } }[]);
  const names = all
    .slice(0, 6)
    .flatMap(({ title }) => (title ? [say({ zh: title.zh, en: title.en ?? title.zh })] : []));
  const more = all.length > names.length ? t('year.more') : '';
  return t('year.rows', { count: all.length, names: names.join(t('year.and')) + more });
}

type DeskDispositions = Parameters<typeof ruleSentence>[2];

/** The sentence of a rule where it stands. */
function useRules() {
  const { edition, documents } = useDraft();
  const dictionary = useDictionary();
  const [desk] = documentsOf(documents, 'desk');
  return (rule: RuleDeclaration, step: RollOverStep, kind: 'standard' | 'desk') => {
    const unknown = { zh: '', en: '' };
    if (!dictionary || !edition) return unknown;
    if (kind === 'desk') {
      const { dispositions = {}, handedIn = '' } = desk?.value ?? {};
      return ruleSentence(rule, dictionary, { dispositions, handedIn } as DeskDispositions);
    }
    const line = valueAt(documents[step.document], step.pointer.replace(/\/rules\/\d+$/u, '')) as
      | LineDeclaration
      | undefined;
    return ruleSentence(rule, dictionary, { points: line?.points ?? 0 });
  };
}
