/** Owns the method: points off for each required item that a checklist misses. */

import { type Dictionary, wordsOf } from '../wording/dictionary.js';
import { both, points, quoted } from '../wording/words.js';
import { counted } from './counted.js';
import { argumentsOf, nameOf } from './formula-shape.js';
import { place } from './made-rule.js';
import type { PerMissingParams } from './parameters.js';
import { camelCase } from './quantity.js';

const choicesOf = (id: string, dictionary: Dictionary) => {
  const type = dictionary.facts.get(id)?.type;
  return type?.kind === 'checklist' ? type.choices : [];
};

export const perMissing = counted<PerMissingParams>({
  id: 'per-missing',
  label: { zh: '缺一项扣几分', en: 'Minus N per missing item' },
  explanation: {
    zh: '按清单核对，必需的每缺一项扣同样的分，并写明缺了哪些',
    en: 'Goes through a list: the same points off for each required item missing, and says which',
  },
  parameters: [
    { name: 'checklist', label: { zh: '核对清单的问题', en: 'Checklist question' }, kind: 'checklist-fact' },
    { name: 'points', label: { zh: '每缺一项扣', en: 'Off per item missing' }, kind: 'points', initial: 1 },
  ],
  by: 'each',
  formula: ({ checklist }) => `MISSING(${checklist})`,
  parse: (syntax, dictionary) => {
    const checklist = nameOf(argumentsOf(syntax, 'MISSING', 1)?.[0]);
    return dictionary.facts.get(checklist ?? '')?.type?.kind === 'checklist'
      ? { checklist: checklist as string }
      : undefined;
  },
  roles: ({ checklist }) => [checklist],
  subject: ({ checklist }) => checklist,
  derived: ({ checklist }, dictionary) => {
    const { title } = wordsOf(checklist, dictionary);
    return {
      wish: camelCase(checklist, 'missing'),
      title: { zh: `“${title.zh}”缺少的项数`, en: `Items missing from "${title.en}"` },
      unit: '项',
    };
  },
  ruleWish: 'missing',
  reason: ({ checklist }, missing) => ({
    zh: `缺 ${place(missing)} 项：${place(`MISSING_ITEMS(${checklist})`)}`,
    en: `${place(missing)} missing: ${place(`MISSING_ITEMS(${checklist})`)}`,
  }),
  sentence: ({ checklist, points: off }, { dictionary }) => {
    const { title } = wordsOf(checklist, dictionary);
    const choices = choicesOf(checklist, dictionary);
    const required = choices.filter((choice) => choice.required).length;
    return both((language) => {
      const name = quoted(title[language], language);
      if (required === choices.length)
        return language === 'zh'
          ? `${name}每缺一项扣${points(off, 'zh')}`
          : `${points(off, 'en')} off for each item missing from ${name}`;
      return language === 'zh'
        ? `${name}必需的${required}项中，每缺一项扣${points(off, 'zh')}`
        : `${points(off, 'en')} off for each of the ${required} required items missing from ${name}`;
    });
  },
});
