/** Owns the method: the line's points in the share in which a requirement is met. */
import type { LocalizedText } from '@yimen/config';
import { lowest } from '../formula/type.js';
import { type Dictionary, wordsOf } from '../wording/dictionary.js';
import { both, capitalised, points } from '../wording/words.js';
import { counted } from './counted.js';
import { aboveZero, argumentsOf, guarded, numberOf, type Syntax } from './formula-shape.js';
import {
  canBeNegative,
  hadFormula,
  hadWords,
  type Required,
  readHad,
  readRequired,
  requiredFormula,
  requiredWords,
  sourceOf,
  unitOfHad,
} from './had.js';
import { place } from './made-rule.js';
import type { ShareParams } from './parameters.js';
import { camelCase } from './quantity.js';

type Sides = Pick<ShareParams, 'had' | 'required'>;

/** How a divisor that may be 0 is kept above it, without changing what whole or usual numbers give. */
const least = { integer: 1, other: 0.0001 } as const;

function typeOfRequired(required: Required, dictionary: Dictionary) {
  const type = typeof required === 'number' ? undefined : dictionary.facts.get(required.fact)?.type;
  return type?.kind === 'number' ? type : undefined;
}

/** Whether nothing may be required: then nothing is short. */
const mayBeNone = (required: Required, dictionary: Dictionary): boolean =>
  typeof required !== 'number' &&
  !(lowest(typeOfRequired(required, dictionary) ?? { kind: 'number', integer: false }) > 0);

function formula({ had, required }: Sides, dictionary: Dictionary): string {
  const there = canBeNegative(had, dictionary) ? `MAX(0, ${hadFormula(had)})` : hadFormula(had);
  const must = requiredFormula(required);
  if (!mayBeNone(required, dictionary)) return `MAX(0, 1 - ${there} / ${must})`;
  const guard = typeOfRequired(required, dictionary)?.integer ? least.integer : least.other;
  return `IF(${must} <= 0, 0, MAX(0, 1 - ${there} / MAX(${guard}, ${must})))`;
}

function parse(syntax: Syntax): Sides | undefined {
  const choice = argumentsOf(syntax, 'IF', 3);
  const branch = choice && (numberOf(choice[1]) === 0 ? choice[2] : choice[1]);
  const [one, share] = argumentsOf(aboveZero(branch ?? syntax), 'SUBTRACT', 2) ?? [];
  const [there, must] = argumentsOf(share, 'DIVIDE', 2) ?? [];
  if (numberOf(one) !== 1) return undefined;
  const had = readHad(aboveZero(there) ?? there);
  const required = readRequired(guarded(must)?.inner ?? must);
  return had && required !== undefined ? { had, required } : undefined;
}

/** What there must be and what there is; personal numbers are not told. */
function reason({ had, required }: Sides, dictionary: Dictionary): LocalizedText {
  const unit = unitOfHad(had, dictionary);
  const [there, must] = [hadWords(had, dictionary), requiredWords(required, unit, dictionary)];
  const told = (fact: string, formula: string): string => (dictionary.facts.get(fact)?.personal ? '' : place(formula));
  const due = typeof required === 'number' ? '' : told(required.fact, required.fact);
  const is = told(sourceOf(had), hadFormula(had));
  return {
    zh: [`${there.zh}应不少于${must.zh}${due && ` ${due} ${unit.zh}`}`, is && `实有 ${is} ${unit.zh}`]
      .filter(Boolean)
      .join('，')
      .trimEnd(),
    en: capitalised([`${there.en} must be at least ${must.en}${due && ` (${due})`}`, is].filter(Boolean).join(': ')),
  };
}

export const share = counted<ShareParams>({
  id: 'share',
  label: { zh: '按缺少的比例扣分', en: 'Share of a requirement' },
  explanation: {
    zh: '应有一个数，实有几成就得几成的分',
    en: 'There must be a certain number: the points are given in the share in which it is met',
  },
  parameters: [
    { name: 'had', label: { zh: '实有', en: 'What there is' }, kind: 'had' },
    { name: 'required', label: { zh: '应不少于', en: 'Must be at least' }, kind: 'number-or-fact' },
  ],
  by: 'share',
  formula,
  parse,
  roles: ({ had, required }) => [sourceOf(had), typeof required === 'number' ? '' : required.fact],
  subject: ({ had }) => JSON.stringify(had),
  derived: ({ had }, dictionary) => {
    const there = hadWords(had, dictionary);
    return {
      wish: camelCase(sourceOf(had), 'short-share'),
      title: { zh: `${there.zh}缺少的比例`, en: `Share short of ${there.en}` },
    };
  },
  ruleWish: 'short',
  reason: (params, _share, dictionary) => reason(params, dictionary),
  sentence: ({ had, required }, { dictionary, line }) => {
    const unit = unitOfHad(had, dictionary);
    const [there, must] = [hadWords(had, dictionary), requiredWords(required, unit, dictionary)];
    const all = both((language) => points(line.points, language));
    return {
      zh: `${there.zh}应不少于${must.zh}，不足时按缺少的比例扣分，全缺扣${all.zh}`,
      en: `${capitalised(there.en)} must be at least ${must.en}; points are taken off in the share that is short, ${all.en} where there is none`,
    };
  },
  exception: ({ required }, dictionary) => {
    if (typeof required === 'number' || !mayBeNone(required, dictionary)) return undefined;
    const { title } = wordsOf(required.fact, dictionary);
    return { zh: `；“${title.zh}”为0时不扣`, en: `; nothing off where "${title.en}" is 0` };
  },
});
