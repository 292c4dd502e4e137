/** Owns the method: points off for each whole percentage point short. */
import { type Dictionary, wordsOf } from '../wording/dictionary.js';
import { both, points, quoted } from '../wording/words.js';
import { counted } from './counted.js';
import { argumentsOf, nameOf } from './formula-shape.js';
import { place } from './made-rule.js';
import type { PerPercentParams } from './parameters.js';
import { camelCase } from './quantity.js';

type Sides = Pick<PerPercentParams, 'due' | 'paid'>;

/** A fact with its value, as a reason says it; personal numbers are not told. */
function told(id: string, dictionary: Dictionary) {
  const { title, unit, personal } = wordsOf(id, dictionary);
  if (personal) return { zh: `“${title.zh}”`, en: `"${title.en}"` };
  return { zh: `“${title.zh}”${place(id)}${unit.zh}`, en: `"${title.en}" ${place(id)} ${unit.en}`.trimEnd() };
}

export const perPercent = counted<PerPercentParams>({
  id: 'per-percent',
  label: { zh: '每差一个百分点扣几分', en: 'N points per percentage point short' },
  explanation: {
    zh: '应有多少、实有多少（如经费），每差一个百分点扣同样的分',
    en: 'What is due and what is there, such as funds: the same points off for each percentage point short',
  },
  parameters: [
    { name: 'due', label: { zh: '应有', en: 'Due' }, kind: 'number-fact' },
    { name: 'paid', label: { zh: '实有', en: 'There is' }, kind: 'number-fact' },
    { name: 'points', label: { zh: '每差一个百分点扣', en: 'Off per percentage point' }, kind: 'points', initial: 1 },
  ],
  by: 'each',
  formula: ({ due, paid }) => `SHORTFALL_PERCENT(${due}, ${paid})`,
  parse: (syntax): Sides | undefined => {
    const [due, paid] = (argumentsOf(syntax, 'SHORTFALL_PERCENT', 2) ?? []).map(nameOf);
    return due !== undefined && paid !== undefined ? { due, paid } : undefined;
  },
  roles: ({ due, paid }) => [due, paid],
  subject: ({ due, paid }) => `${due} ${paid}`,
  derived: ({ due, paid }, dictionary) => {
    const [must, there] = [wordsOf(due, dictionary).title, wordsOf(paid, dictionary).title];
    return {
      wish: camelCase(paid, 'shortfall'),
      title: {
        zh: `“${there.zh}”比“${must.zh}”少的百分点`,
        en: `Percentage points by which "${there.en}" is short of "${must.en}"`,
      },
      unit: '个百分点',
    };
  },
  ruleWish: 'short',
  reason: ({ due, paid }, short, dictionary) => {
    const [must, there] = [told(due, dictionary), told(paid, dictionary)];
    return {
      zh: `${must.zh}，${there.zh}，差 ${place(short)} 个百分点`,
      en: `${must.en}, ${there.en}: ${place(short)} percentage point(s) short`,
    };
  },
  sentence: ({ due, paid, points: off }, { dictionary }) =>
    both((language) => {
      const [must, there] = [due, paid].map((id) => quoted(wordsOf(id, dictionary).title[language], language));
      if (language === 'zh') return `${there}比${must}每少1个百分点扣${points(off, 'zh')}（不满1个百分点的部分不扣）`;
      return `${points(off, 'en')} off for each whole percentage point by which ${there} is short of ${must}`;
    }),
});
