/** Owns the words for what a case expects: grades, dispositions, lines and papers by their titles. */
import type { Edition, LocalizedText } from '@yimen/config';
import { useMemo } from 'react';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import type { Difference } from './difference-words';
import { namesIn } from './names';
import { linesOf, ruleReason } from './trace-parts';

export interface ExpectationWords {
  /** What is expected: the total, a line by its title. */
  readonly label: (what: string) => string;
  /** How that is to be. */
  readonly value: (what: string, value: unknown) => string;
}

export function useExpectationWords(): ExpectationWords {
  const { t, say } = useLanguage();
  const { edition, documents } = useDraft();
  return useMemo(() => {
    const title = (id: string, own?: LocalizedText): string =>
      say(own ?? namesIn(documents).get(id) ?? { zh: id, en: id });
    const lines = new Map(edition ? linesOf(edition).map((each) => [each.id, each.title]) : []);
    const line = (what: string): string | undefined => /^lines\/(.+)$/u.exec(what)?.[1];
    return {
      label: (what) => {
        const id = line(what);
        return id === undefined ? t(`proof.expect.${what}`) : title(id, lines.get(id));
      },
      value: (what, value) => {
        if (value === undefined) return t('proof.expect.nothing');
        if (value === null) return t(line(what) === undefined ? `proof.expect.null.${what}` : 'proof.expect.null.line');
        if (Array.isArray(value))
          return value.length === 0
            ? t('proof.expect.noPapers')
            : value.map((id) => title(String(id))).join(t('form.comma'));
        if (what === 'status') return t(`proof.status.${value}`);
        if (what === 'dueInWorkingDays')
          return value === 0 ? t('outcome.today') : t('outcome.workingDays', { count: Number(value) });
        if (typeof value === 'number') return t('sheet.points', { points: value });
        return title(String(value), titleIn(edition, what, String(value)));
      },
    };
  }, [documents, edition, t, say]);
}

/** Ids mean something by where they stand: a grade and a question may have the same. */
function titleIn(edition: Edition | undefined, what: string, id: string): LocalizedText | undefined {
  if (what === 'disposition') return edition?.desk?.dispositions.get(id)?.title;
  if (what === 'grade') return edition?.standard?.bands.find((band) => band.id === id)?.title;
  const rule = what === 'rule' ? edition?.desk?.rules.find((each) => each.id === id) : undefined;
  return rule && ruleReason(rule);
}

/** One difference as a sentence. */
export function useDifferenceWords(): (difference: Difference) => string {
  const { t } = useLanguage();
  const { label, value } = useExpectationWords();
  return ({ what, expected, got }) =>
    t('proof.difference', { what: label(what), expected: value(what, expected), got: value(what, got) });
}
