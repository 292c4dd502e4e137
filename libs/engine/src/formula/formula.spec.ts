import { describe, expect, it } from '@jest/globals';
import type { Column, FactType, List } from '@yimen/config';
import * as runtime from '../runtime/runtime.js';
import { emitExpression } from './emit.js';
import type { Expression } from './expression.js';
import { interpret } from './interpret.js';
import { typePlaceholder } from './template.js';
import { booleanType, numberType, textType } from './type.js';
import { type Scope, typeFormula } from './typing.js';

const title = (zh: string) => ({ zh, en: zh });
const choice = (id: string, required = true) => ({ id, title: title(id), required });
const colours = [choice('red'), choice('green'), choice('blue', false)];
const column = (id: string, type: FactType, required = true): Column => ({ id, title: title(id), type, required });
const colourList: List = {
  id: 'colours',
  title: title('颜色'),
  columns: new Map([
    ['days', column('days', numberType(true), false)],
    ['warm', column('warm', booleanType, false)],
  ]),
  rows: [
    { id: 'red', title: title('红'), required: true, cells: { days: 3, warm: true } },
    { id: 'green', title: title('绿'), required: true, cells: { days: 5 } },
    { id: 'blue', title: title('蓝'), required: false, cells: { warm: false } },
  ],
  choices: colours,
  document: 'lists.json',
  pointer: '/lists/0',
};

const types: Record<string, { type: FactType; blank: boolean }> = {
  yes: { type: booleanType, blank: false },
  whole: { type: numberType(true, 0, 10), blank: false },
  maybe: { type: numberType(false, 0), blank: true },
  name: { type: textType, blank: false },
  home: { type: { kind: 'text', areas: ['county'] }, blank: false },
  colour: { type: { kind: 'choice', choices: colours, list: 'colours' }, blank: false },
  held: { type: { kind: 'checklist', choices: colours, list: 'colours' }, blank: false },
  photos: { type: { kind: 'files', least: 1, most: 3, accept: ['image'] }, blank: false },
  table: {
    type: {
      kind: 'rows',
      columns: new Map([
        ['of', column('of', { kind: 'choice', choices: colours }, false)],
        ['amount', column('amount', numberType(true, 0))],
      ]),
    },
    blank: false,
  },
};

const scope: Scope = {
  fact: (id) => (Object.hasOwn(types, id) ? types[id] : undefined),
  lists: new Map([['colours', colourList]]),
};
const facts: Record<string, unknown> = {
  yes: true,
  whole: 4,
  name: 'x',
  colour: 'green',
  held: ['blue'],
  photos: ['one', 'two'],
  table: [{ of: 'red', amount: 1 }, { amount: 3 }],
};

function typed(formula: string): Expression {
  const result = typeFormula(formula, scope);
  if (!result.ok) throw new Error(`${formula}: ${result.message?.en}`);
  return result.expression;
}

/** The value by the interpreter, after making sure that the compiled code yields the same. */
function evaluated(formula: string): unknown {
  const expression = typed(formula);
  const data: unknown[] = [];
  const code = emitExpression(expression, {
    fact: (id) => `facts.${id}`,
    constant: (value) => `data[${data.push(runtime.bare(JSON.parse(JSON.stringify(value)))) - 1}]`,
  });
  const names = Object.keys(runtime);
  const compiled = new Function('facts', 'data', ...names, `return ${code};`)(
    facts,
    data,
    ...names.map((name) => (runtime as Record<string, unknown>)[name]),
  );
  const interpreted = interpret(expression, (id) => facts[id]);
  expect(compiled).toEqual(interpreted);
  return interpreted;
}

describe('a formula', () => {
  it.each<[string, unknown]>([
    ['1 + 2 * 3 - 4 / 8', 6.5],
    ['-(1 - 3)', 2],
    ['MAX(0, 2 - COUNT(table, of = "red"))', 1],
    ['SUM(table, MAX(0, 2 - amount))', 1],
    ['MISSING(held)', 2],
    ['MISSING_ITEMS(held)', ['red', 'green']],
    ['COUNT(held) + COUNT(table)', 3],
    ['6 / COUNT(photos)', 3],
    ['INCLUDES(held, "blue")', true],
    ['LOOKUP(colours, colour, days)', 5],
    ['LOOKUP(colours, colour, warm)', undefined],
    ['LOOKUP(colours, colour, warm, FALSE)', false],
    ['SELECT(colours, warm = TRUE)', ['red']],
    ['EXCEPT(SELECT(colours, days > 1), held)', ['red', 'green']],
    ['SHORTFALL_PERCENT(100, 93)', 7],
    ['SHORTFALL_PERCENT(0, 0)', 0],
    ['ROUND(2.5) + ROUND(1.005, 2)', 4.01],
    ['FLOOR(6.9999999999999)', 7],
    ['IF(colour = "red", 1, whole)', 4],
    ['IF(yes, 1, maybe)', 1],
    ['IFBLANK(maybe, 9)', 9],
    ['maybe + 1', undefined],
    ['AND(yes, maybe > 1)', undefined],
    ['AND(FALSE, maybe > 1)', false],
    ['OR(yes, maybe > 1)', true],
    ['NOT(whole <> 4)', true],
    ['（whole ＋ 1） × 2', 10],
    ['name = “x”', true],
  ])('%s is %j', (formula, expected) => {
    expect(evaluated(formula)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['whole +', 'malformed'],
    ['unknown + 1', 'no question or derived fact named "unknown"'],
    ['NOPE(1)', 'no function named "NOPE"'],
    ['MAX()', 'takes at least 1'],
    ['whole + yes', '+ does not take a yes/no'],
    ['colour = "purple"', '"purple" is not a possible value'],
    ['whole = "red"', 'not a possible value'],
    ['1 / whole', 'divisor may be 0'],
    ['INCLUDES(held, "purple")', 'not one of the items'],
    ['LOOKUP(colours, colour, nope)', 'no column "nope"'],
    ['LOOKUP(nope, colour, days)', 'no list named "nope"'],
    ['IF(yes, 1, name)', 'differ in type'],
    ['COUNT(held, TRUE)', 'takes no condition'],
    ['COUNT(photos, TRUE)', 'takes no condition'],
    ['photos = photos', 'take a list of files'],
    ['IFBLANK(photos, 1)', 'does not take a list of files'],
    ['MISSING(photos)', 'does not take a list of files'],
    ['whole.constructor', 'only numbers'],
    ['[1, 2]', 'only numbers'],
    ['constructor', 'named "constructor"'],
    ['(whole).toString()', 'function name'],
    ['1; 2', 'only numbers'],
    ['x = 1 ? 2 : 3', ''],
    ['this', ''],
    [`${'('.repeat(60)}1${')'.repeat(60)}+${'-'.repeat(60)}yes`, ''],
    ['MIN(whole, 1e999)', 'too large'],
    ['1'.repeat(3000), 'longer than'],
  ])('%s is refused with a reason', (formula, reason) => {
    const result = typeFormula(formula, scope);
    expect(result.ok).toBe(false);
    if (!result.ok) {
      expect(result.message?.en).toContain(reason);
      expect(result.message?.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it('proves a divisor positive from bounds', () => {
    expect(typed('whole / MAX(1, ROUND(whole / 3))').type).toEqual({
      kind: 'number',
      integer: false,
      minimum: 0,
      maximum: 10,
    });
  });
});

describe('A reason', () => {
  it.each([
    ['name', true],
    ['home = "hill"', true],
    ['home', false],
    ['IF(yes, name, home)', false],
    ['IF(yes, home, name)', false],
  ])('may tell {%s}: %s, for of an area only the id is known', (formula, told) => {
    expect(typePlaceholder(formula, scope).ok).toBe(told);
  });
});
