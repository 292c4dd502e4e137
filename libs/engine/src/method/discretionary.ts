/** Owns the method: the assessor decides how much is taken off, and says why. */

import type { RuleDeclaration } from '../wording/declaration.js';
import { wordsOf } from '../wording/dictionary.js';
import { both, quoted } from '../wording/words.js';
import { factsNamed } from './condition-shape.js';
import { counted } from './counted.js';
import { nameOf } from './formula-shape.js';
import { place } from './made-rule.js';
import type { MethodContext } from './method.js';
import type { DiscretionaryParams } from './parameters.js';
import { camelCase } from './quantity.js';

/** The question in which the reason stands: told with the deduction, or asked because of it and needed by the line. */
function becauseOf(fact: string, rule: RuleDeclaration, { line, dictionary }: MethodContext): string | undefined {
  const isText = (id: string): boolean => {
    const type = dictionary.facts.get(id)?.type;
    return type?.kind === 'text' && type.areas === undefined;
  };
  const told = [...String(rule.reason?.zh ?? '').matchAll(/\{\s*([A-Za-z][A-Za-z0-9]*)\s*\}/gu)].map(
    ([, id]) => id as string,
  );
  const asked = (line.needs ?? []).filter((id) =>
    dictionary.facts.get(id)?.askedWhen.some((condition) => factsNamed(condition).includes(fact)),
  );
  return [...told, ...asked].find(isText);
}

export const discretionary = counted<DiscretionaryParams>({
  id: 'discretionary',
  label: { zh: '酌情扣分并写明理由', en: 'Discretionary, with reason' },
  explanation: {
    zh: '扣几分由考评人员填写，同时必须写明理由',
    en: 'The assessor enters how many points are taken off and must say why',
  },
  parameters: [
    { name: 'fact', label: { zh: '填写扣分的问题', en: 'Question for the points' }, kind: 'number-question' },
    { name: 'because', label: { zh: '填写理由的问题', en: 'Question for the reason' }, kind: 'text-question' },
  ],
  by: 'each',
  formula: ({ fact }) => fact,
  parse: (syntax, dictionary) => {
    const fact = nameOf(syntax);
    const entry = dictionary.facts.get(fact ?? '');
    return entry?.origin === 'form' && entry.type?.kind === 'number' ? { fact: entry.id, because: '' } : undefined;
  },
  complete: ({ fact }, rule, context) => {
    const { points: each } = rule.event.params as { readonly points?: number };
    const because = becauseOf(fact, rule, context);
    return each === 1 && because !== undefined ? { fact, because } : undefined;
  },
  roles: ({ fact, because }) => [fact, because],
  subject: ({ fact }) => fact,
  derived: ({ fact }, dictionary) => {
    const title = wordsOf(fact, dictionary).title;
    return {
      wish: camelCase(fact, 'counted'),
      title: { zh: `${title.zh}（没有问到的算0）`, en: `${title.en} (0 where it is not asked)` },
      unit: '分',
    };
  },
  ruleWish: 'discretion',
  reason: ({ because }, off, dictionary) =>
    wordsOf(because, dictionary).personal
      ? { zh: `酌情扣 ${place(off)} 分`, en: `${place(off)} off at discretion` }
      : { zh: `酌情扣 ${place(off)} 分：${place(because)}`, en: `${place(off)} off at discretion: ${place(because)}` },
  sentence: ({ fact, because }, { dictionary }) =>
    both((language) => {
      const [off, why] = [fact, because].map((id) => quoted(wordsOf(id, dictionary).title[language], language));
      if (language === 'zh') return `酌情扣分：扣${off}所填的分数，并在${why}中写明理由`;
      return `At discretion: the points entered in ${off} are taken off, and ${why} says why`;
    }),
  needs: ({ because }) => [because],
});
