/** Owns the method: points off for each unit of a number. */

import { wordsOf } from '../wording/dictionary.js';
import { both, measured, points, quoted } from '../wording/words.js';
import { counted } from './counted.js';
import { isFractional } from './counted-sentence.js';
import { nameOf } from './formula-shape.js';
import { place } from './made-rule.js';
import type { PerUnitParams } from './parameters.js';
import { camelCase } from './quantity.js';

export const perUnit = counted<PerUnitParams>({
  id: 'per-unit',
  label: { zh: '有一个扣几分', en: 'Minus N per unit' },
  explanation: {
    zh: '按一个数扣分：每有1个（次、人……）扣同样的分',
    en: 'By a number: the same points off for each one there is',
  },
  parameters: [
    { name: 'fact', label: { zh: '按哪个数', en: 'By which number' }, kind: 'number-fact' },
    { name: 'points', label: { zh: '每1个扣', en: 'Off per unit' }, kind: 'points', initial: 1 },
  ],
  by: 'each',
  formula: ({ fact }) => fact,
  parse: (syntax, dictionary) => {
    const fact = nameOf(syntax);
    return dictionary.facts.get(fact ?? '')?.type?.kind === 'number' ? { fact: fact as string } : undefined;
  },
  roles: ({ fact }) => [fact],
  subject: ({ fact }) => fact,
  derived: ({ fact }, dictionary) => {
    const { title, unit } = wordsOf(fact, dictionary);
    return {
      wish: camelCase(fact, 'counted'),
      title: { zh: `${title.zh}（没有问到的算0）`, en: `${title.en} (0 where it is not asked)` },
      unit: unit.zh,
    };
  },
  ruleWish: 'each',
  reason: ({ fact }, number, dictionary) => {
    const { title, unit, personal } = wordsOf(fact, dictionary);
    if (personal) return { zh: `“${title.zh}”大于0`, en: `"${title.en}" is above 0` };
    return {
      zh: `“${title.zh}”${place(number)}${unit.zh}`,
      en: `"${title.en}": ${place(number)} ${unit.en}`.trimEnd(),
    };
  },
  sentence: ({ fact, points: off }, { dictionary }) => {
    const { title, unit } = wordsOf(fact, dictionary);
    const fractional = isFractional(fact, dictionary);
    return both((language) => {
      const name = quoted(title[language], language);
      if (language === 'en')
        return `${points(off, 'en')} off for each 1 of ${name}${fractional ? ' (parts of one in proportion)' : ''}`;
      const one = measured(1, unit, 'zh');
      return `${name}每${one}扣${points(off, 'zh')}${fractional ? `（不足${one}的按比例）` : ''}`;
    });
  },
});
