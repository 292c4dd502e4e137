import { describe, expect, it } from '@jest/globals';
import type { FactType } from '@yimen/config';
import { booleanType, numberType, textType } from '../formula/type.js';
import type { Dictionary, FactEntry } from '../wording/dictionary.js';
import { noUnit } from '../wording/words.js';
import { initialParams, isMethodFormula, methods, readingOrder } from './methods.js';
import { factsFor, problemOf } from './parameter-kind.js';

const entry = (id: string, origin: 'form' | 'formula', type?: FactType): [string, FactEntry] => [
  id,
  {
    id,
    origin,
    title: { zh: id, en: id },
    blank: false,
    personal: false,
    unit: noUnit,
    askedWhen: [],
    ...(type ? { type } : {}),
  },
];
const dictionary: Dictionary = {
  facts: new Map([
    entry('open', 'form', booleanType),
    entry('staff', 'form', numberType(true, 0)),
    entry('short', 'formula', numberType(true, 0)),
    entry('why', 'form', textType),
    entry('venue', 'form', { kind: 'choice', choices: [] }),
    entry('tools', 'form', { kind: 'checklist', choices: [] }),
    entry('rows', 'form', { kind: 'rows', columns: new Map() }),
    entry('photos', 'form', { kind: 'files', least: 0, most: 3, accept: [] }),
    entry('failed', 'formula'),
  ]),
  conditions: new Map(),
  lists: new Map(),
  columnUnits: new Map(),
};

describe('the catalogue of methods', () => {
  it('names and explains every method and parameter in both languages', () => {
    const texts = [...methods.values()].flatMap(({ label, explanation, parameters }) => [
      label,
      explanation,
      ...parameters.map((parameter) => parameter.label),
    ]);
    for (const { zh, en } of texts) {
      expect(zh).toMatch(/^[^A-Za-z]*\p{Script=Han}[^A-Za-z]*$/u);
      expect(en).toMatch(/^[A-Z][^\p{Script=Han}，。；：]*$/u);
    }
  });

  it('names the parameters of a method once each and tries every method that covers one rule', () => {
    for (const { parameters } of methods.values())
      expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
    const single = [...methods.values()].filter(({ covers }) => covers === 'one').map(({ id }) => id);
    expect([...readingOrder].sort()).toEqual(single.sort());
  });

  it('starts with values that are right', () => {
    for (const [id, { parameters }] of methods) {
      const initial = initialParams(id);
      for (const parameter of parameters)
        if (parameter.name in initial)
          expect(problemOf(parameter, initial[parameter.name], dictionary)).toBeUndefined();
    }
    expect(initialParams('per-missing')).toEqual({ points: 1 });
  });

  it('tells the formulas it writes from those that somebody thought out', () => {
    const own = [
      'MISSING(tools)',
      'IFBLANK(staff, 0)',
      'MAX(0, 2 - COUNT(rows))',
      'MAX(0, 1 - staff / 4)',
      'SHORTFALL_PERCENT(a, b)',
      'MAX(staff - short, 0)',
    ];
    const others = ['staff', 'MAX(1, ROUND(staff / 3))', 'COUNT(rows)', 'IFBLANK(staff, 1)', 'MAX(0', 'staff - 2'];
    expect(own.filter((formula) => isMethodFormula(formula, dictionary))).toEqual(own);
    expect(others.filter((formula) => isMethodFormula(formula, dictionary))).toEqual([]);
  });
});

describe('the facts that a parameter takes', () => {
  it.each([
    ['boolean-fact', ['open']],
    ['number-fact', ['staff', 'short']],
    ['number-question', ['staff']],
    ['text-question', ['why']],
    ['checklist-fact', ['tools']],
    ['number-or-choice-fact', ['staff', 'short', 'venue']],
    ['number-or-fact', ['staff', 'short']],
    ['had', ['staff', 'short', 'tools', 'rows', 'photos']],
    ['points', []],
  ] as const)('of kind %s are %j', (kind, ids) => {
    expect(factsFor(kind, dictionary).map(({ id }) => id)).toEqual(ids);
  });
});

describe('The facts that a method takes', () => {
  const hyphenated: Dictionary = {
    ...dictionary,
    facts: new Map([entry('hall-area', 'form', numberType()), entry('hall', 'form', numberType())]),
  };

  it('for a formula are those that it can name: a hyphen would be a minus', () => {
    for (const kind of ['had', 'had-or-each', 'number-or-fact', 'number-question'] as const)
      expect(factsFor(kind, hyphenated).map(({ id }) => id)).toEqual(['hall']);
    expect(factsFor('number-fact', hyphenated).map(({ id }) => id)).toEqual(['hall-area', 'hall']);
  });
});
