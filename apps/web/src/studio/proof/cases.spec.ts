import { describe, expect, it } from '@jest/globals';
import { casesIn, freeName, withCase, withChangedCase, withoutCase } from './cases.js';

const path = 'rules/a/b/2020/cases/all.jsonl';
const documents = { [path]: [{ id: 'one', f: { x: 1 }, expect: { total: 1 } }, 7, { f: {} }] };

describe('The cases of a draft', () => {
  it('are read whatever is written', () => {
    expect(casesIn(documents).map(({ id, answers, expect: due }) => [id, answers, due])).toEqual([
      ['one', { f: { x: 1 } }, { total: 1 }],
      ['2', {}, {}],
      ['3', { f: {} }, {}],
    ]);
  });

  it('are added behind the others, or as the first of an edition', () => {
    const made = { id: 'two', answers: { f: { x: 2 } }, expect: { total: 2 } };
    const written = { id: 'two', f: { x: 2 }, expect: { total: 2 } };
    expect((withCase('a/b/2020', documents, made)[path] as unknown[]).at(-1)).toEqual(written);
    expect(withCase('a/b/2020', {}, made)).toEqual({ 'rules/a/b/2020/cases/cases.jsonl': [written] });
  });

  it('are changed and removed in their place, the document with the last of them', () => {
    const [first] = casesIn(documents);
    if (!first) throw new Error('no case');
    const changed = withChangedCase(documents, first, { ...first, id: 'other' });
    expect(casesIn(changed).map(({ id }) => id)).toEqual(['other', '2', '3']);
    expect(casesIn(withoutCase(documents, first))).toHaveLength(2);
    expect(withoutCase({ [path]: [{}] }, { document: path, pointer: '/0' })).toEqual({});
  });

  it('get names that are free', () => {
    expect([freeName(documents, 'one'), freeName(documents, 'new')]).toEqual(['one 2', 'new']);
  });
});
