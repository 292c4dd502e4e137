/** Owns the method: points off for each unit short of a required number. */
import type { LocalizedText } from '@yimen/config';
import type { Dictionary } from '../wording/dictionary.js';
import { both, capitalised, measured, points } from '../wording/words.js';
import { counted } from './counted.js';
import { isFractional } from './counted-sentence.js';
import { aboveZero, argumentsOf, nameOf, type Syntax } from './formula-shape.js';
import {
  type Had,
  type HadInEachRow,
  hadFormula,
  hadWords,
  readHad,
  readRequired,
  requiredFormula,
  requiredWords,
  sourceOf,
  unitOfHad,
} from './had.js';
import { place } from './made-rule.js';
import type { PerShortParams } from './parameters.js';
import { camelCase } from './quantity.js';

type Sides = Pick<PerShortParams, 'had' | 'required'>;

function formula({ had, required }: Sides): string {
  if (!('each' in had)) return `MAX(0, ${requiredFormula(required)} - ${hadFormula(had)})`;
  return `SUM(${had.each}, MAX(0, ${requiredFormula(required)} - ${had.column}))`;
}

function parse(syntax: Syntax): Sides | undefined {
  const [rows, amount] = argumentsOf(syntax, 'SUM', 2) ?? [];
  const [left, right] = argumentsOf(aboveZero(amount ?? syntax), 'SUBTRACT', 2) ?? [];
  const required = readRequired(left);
  const had = amount ? inEachRow(nameOf(rows), nameOf(right)) : readHad(right);
  return required !== undefined && had ? { had, required } : undefined;
}

const inEachRow = (each: string | undefined, column: string | undefined): HadInEachRow | undefined =>
  each !== undefined && column !== undefined ? { each, column } : undefined;

/** The words by which an id tells what is counted. */
function partsOf(had: Had | HadInEachRow): string[] {
  if ('fact' in had) return [had.fact];
  if (!('count' in had)) return [sourceOf(had), had.column];
  return [had.count, ...(had.where ? [typeof had.where.is === 'string' ? had.where.is : had.where.column] : [])];
}

/** What there is, what there must be: for sentences and reasons. */
function sidesOf({ had, required }: Sides, dictionary: Dictionary) {
  const unit = unitOfHad(had, dictionary);
  return { unit, there: hadWords(had, dictionary), must: requiredWords(required, unit, dictionary) };
}

const title = (params: Sides, dictionary: Dictionary): LocalizedText => {
  const { there } = sidesOf(params, dictionary);
  return { zh: `${there.zh}不足的数`, en: `Shortfall of ${there.en}` };
};

export const perShort = counted<PerShortParams>({
  id: 'per-short',
  label: { zh: '少一个扣几分', en: 'Minus N per unit short' },
  explanation: {
    zh: '应有一个数，实有的每少1个（人、次、平方米……）扣同样的分',
    en: 'There must be a certain number: the same points off for each one short',
  },
  parameters: [
    { name: 'had', label: { zh: '实有', en: 'What there is' }, kind: 'had-or-each' },
    { name: 'required', label: { zh: '应不少于', en: 'Must be at least' }, kind: 'number-or-fact' },
    { name: 'points', label: { zh: '每少1个扣', en: 'Off per unit short' }, kind: 'points', initial: 1 },
  ],
  by: 'each',
  formula,
  parse,
  roles: ({ had, required }) => [sourceOf(had), typeof required === 'number' ? '' : required.fact],
  subject: ({ had }) => JSON.stringify(had),
  derived: (params, dictionary) => ({
    wish: camelCase(...partsOf(params.had), 'short'),
    title: title(params, dictionary),
    unit: unitOfHad(params.had, dictionary).zh,
  }),
  ruleWish: 'short',
  reason: (params, short, dictionary) => {
    const { unit, there, must } = sidesOf(params, dictionary);
    return {
      zh: `${there.zh}应不少于${must.zh}，少 ${place(short)} ${unit.zh}`.trimEnd(),
      en: capitalised(`${there.en} must be at least ${must.en}: ${place(short)} short`),
    };
  },
  sentence: (params, { dictionary }) => {
    const { unit, there, must } = sidesOf(params, dictionary);
    const fractional = isFractional(formula(params), dictionary);
    return both((language) => {
      const off = points(params.points, language);
      if (language === 'en') {
        const part = fractional ? ' (parts of one in proportion)' : '';
        return `${capitalised(there.en)} must be at least ${must.en}; ${off} off for each one short${part}`;
      }
      const one = measured(1, unit, 'zh');
      return `${there.zh}应不少于${must.zh}，每少${one}扣${off}${fractional ? `（不足${one}的按比例）` : ''}`;
    });
  },
});
