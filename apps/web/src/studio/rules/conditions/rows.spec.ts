import { describe, expect, it } from '@jest/globals';
import type { Column, FactType } from '@yimen/config';
import { type FactEntry, typeCondition } from '@yimen/engine/editing';
import fc from 'fast-check';
import { type FactDictionary, typedFacts } from '../fact-dictionary';
import { factOptions, fieldOfPicked, partOptions, pickedOf } from '../fact-options';
import { faultsIn } from './faults';
import {
  comparableWith,
  firstComparison,
  firstOperator,
  firstValue,
  offeredOperators,
  operatorsFor,
  valueUnder,
} from './operators';
import { type Group, toQuery } from './query';

const title = (zh: string) => ({ zh, en: zh });
const choice = (id: string) => ({ id, title: title(id), required: true });
const column = (id: string, type: FactType): [string, Column] => [id, { id, title: title(id), type, required: true }];
const colours = [choice('red'), choice('green')];
const number: FactType = { kind: 'number', integer: true };

const types: Record<string, FactType | undefined> = {
  area: number,
  other: number,
  open: { kind: 'boolean' },
  name: { kind: 'text' },
  colour: { kind: 'choice', choices: colours },
  held: { kind: 'checklist', choices: colours },
  photos: { kind: 'files', least: 0, most: 3, accept: ['image'] },
  windows: {
    kind: 'rows',
    columns: new Map([column('staff', number), column('of', { kind: 'choice', choices: colours })]),
  },
  service: { kind: 'record', list: 'services', columns: new Map([column('limit', number)]) },
  wrong: undefined,
};

const entry = ([id, type]: [string, FactType | undefined]): FactEntry => ({
  id,
  title: title(`“${id}”`),
  origin: id === 'service' || id === 'wrong' ? 'formula' : 'form',
  blank: false,
  personal: false,
  unit: title(id === 'area' ? '平方米' : ''),
  askedWhen: [],
  ...(type ? { type } : {}),
});
const dictionary: FactDictionary = {
  facts: new Map(Object.entries(types).map((each) => [each[0], entry(each)])),
  conditions: new Map([['large', title('大')]]),
  lists: new Map(),
  columnUnits: new Map([['windows.staff', title('人')]]),
};
const named = [{ id: 'large', title: title('大') }];

describe('A row of the condition builder', () => {
  it('offers what the type of its fact allows, and keeps what it has', () => {
    expect(operatorsFor({ kind: 'boolean' }).map(({ id }) => id)).toEqual(['equal', 'notEqual']);
    expect(operatorsFor({ kind: 'checklist', choices: [] }).map(({ id }) => id)).toEqual([
      'contains',
      'doesNotContain',
    ]);
    expect(operatorsFor(number)).toHaveLength(8);
    expect(operatorsFor(types.photos as FactType)).toEqual([]);
    expect(offeredOperators({ field: 'open', operator: 'in' }, dictionary).map(({ id }) => id)).toContain('in');
    expect(offeredOperators({ field: 'gone', operator: 'in' }, dictionary).map(({ id }) => id)).toEqual(['in']);
  });

  it('begins with the most likely comparison', () => {
    expect(firstOperator('windows.0.staff', dictionary)).toBe('greaterThanInclusive');
    expect(firstOperator('colour', dictionary)).toBe('equal');
    expect(firstOperator('held', dictionary)).toBe('contains');
    expect(firstValue('open', dictionary)).toBe(true);
    expect(firstValue('area', dictionary)).toBeUndefined();
    const first = firstComparison(dictionary);
    expect(first && typeCondition(first, typedFacts(dictionary), '', '')).toEqual([]);
    expect(firstComparison({ ...dictionary, facts: new Map() })).toBeUndefined();
  });

  it('keeps its value where the comparison changes from one to several and back', () => {
    expect(valueUnder('in', 'red')).toEqual(['red']);
    expect(valueUnder('equal', ['red', 'green'])).toBe('red');
    expect(valueUnder('notIn', ['red'])).toEqual(['red']);
    expect(valueUnder('in', undefined)).toBeUndefined();
  });

  it('may be compared with whatever the type rules allow, and not with itself', () => {
    const with_ = comparableWith({ fact: 'area' }, 'lessThan', dictionary);
    expect(with_({ fact: 'other' })).toBe(true);
    expect(with_({ fact: 'windows', path: '3.staff' })).toBe(true);
    expect(with_({ fact: 'area' })).toBe(false);
    expect(with_({ fact: 'name' })).toBe(false);
    expect(with_({ fact: 'wrong' })).toBe(false);
    expect(comparableWith({ fact: 'colour' }, 'in', dictionary)({ fact: 'held' })).toBe(true);
  });

  const marked = (query: Group): Group => ({
    ...query,
    id: 'top',
    rules: query.rules.map((row, at) => ({ ...row, id: `${at}` })),
  });
  const faultOf = (row: object, more: Partial<Group> = {}) =>
    faultsIn(marked({ combinator: 'all', rules: [row as never], ...more }), dictionary, named)['0'];

  it.each<[string, object, string | undefined]>([
    ['right', { field: 'area', operator: 'lessThan', value: 100 }, undefined],
    ['nothing chosen', { field: '~', operator: '', value: undefined }, 'unfinished'],
    ['no value', { field: 'area', operator: 'lessThan', value: undefined }, 'unfinished'],
    ['no column', { field: 'windows.0.', operator: 'equal', value: 1 }, 'unfinished'],
    ['no such fact', { field: 'gone', operator: 'equal', value: 1 }, 'unknown-fact'],
    ['no such other fact', { field: 'area', operator: 'equal', value: 'gone', valueSource: 'field' }, 'unknown-fact'],
    ['a fact whose formula is wrong', { field: 'wrong', operator: 'equal', value: 1 }, 'untyped-fact'],
    ['a value of another type', { field: 'area', operator: 'equal', value: 'x' }, 'types'],
    ['a choice that is not there', { field: 'colour', operator: 'equal', value: 'blue' }, 'types'],
    ['a whole table', { field: 'windows', operator: 'equal', value: 1 }, 'part-needed'],
    ['a named condition', { field: '@large', operator: 'holds', value: undefined }, undefined],
    ['a named condition that is gone', { field: '@small', operator: 'holds', value: undefined }, 'unknown-condition'],
  ])('says what is wrong: %s', (_, row, kind) => {
    expect(faultOf(row)?.kind).toBe(kind);
  });

  it('says that a group holds nothing', () => {
    expect(faultsIn({ ...toQuery(undefined), id: 'top' }, dictionary, named)).toEqual({ top: { kind: 'empty' } });
  });
});

describe('What can be picked', () => {
  it('is every fact whose parts can be compared, and the named conditions', () => {
    const options = factOptions(dictionary, named);
    expect(options.map(({ value }) => value)).toEqual([
      '@large',
      'area',
      'other',
      'open',
      'name',
      'colour',
      'held',
      'windows',
      'service',
    ]);
    const numbers = factOptions(dictionary, [], comparableWith({ fact: 'area' }, 'equal', dictionary));
    expect(numbers.map(({ value }) => value)).toEqual(['other', 'windows', 'service']);
    expect(partOptions('windows', types.windows).map((part) => part.column)).toEqual(['staff', 'of']);
  });

  it('is taken apart and put together without loss', () => {
    const fields = fc.oneof(
      fc.constantFrom('area', 'service.limit', 'service.', 'windows.0.', '~', '@large', ''),
      fc.nat(999).map((row) => `windows.${row}.staff`),
    );
    fc.assert(
      fc.property(fields, (field) => expect(fieldOfPicked(pickedOf(field, dictionary), dictionary)).toBe(field)),
    );
    expect(pickedOf('windows.2.staff', dictionary)).toEqual({ base: 'windows', row: 3, column: 'staff' });
  });
});
