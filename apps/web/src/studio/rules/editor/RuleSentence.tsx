/** Owns telling what a rule means, as it stands. */
import { type RulePlace, ruleSentence } from '@yimen/engine/editing';
import { useMemo } from 'react';
import { useLanguage } from '../../../language';
import type { RuleEditorProps } from './rule-props';

const noDispositions = {};

export function RuleSentence({
  rule,
  place,
  dictionary,
  points = 0,
  dispositions = noDispositions,
  handedIn = '',
}: RuleEditorProps) {
  const { t, say } = useLanguage();
  const sentence = useMemo(() => {
    const where: RulePlace = place === 'line' ? { points } : { dispositions, handedIn };
    return ruleSentence(rule, dictionary, where);
  }, [rule, dictionary, place, points, dispositions, handedIn]);
  return (
    <p className="rule-sentence">
      <span className="rule-sentence-name">{t('studioRules.rule.means')}</span>
      {say(sentence)}
    </p>
  );
}
