import { describe, expect, it } from '@jest/globals';
import { expectAnswered, type Fault, inflict } from '../fixture/fault.js';
import {
  deskDocuments,
  deskId,
  filesOf,
  parseChanged,
  standardDocuments,
  standardId,
} from '../fixture/tiny-edition.js';
import { parseEdition } from '../index.js';

const faults: Readonly<Record<string, readonly Fault[]>> = {
  'rules/town/counter/2020/edition.json': [['a desk with points', 'unexpected-key', '/points', 10]],
  'rules/town/counter/2020/desk.json': [
    [
      'a standard’s event',
      'unknown-event',
      '/rules/0/event',
      { type: 'award', params: { points: 1 } },
      '/rules/0/event/type',
    ],
    ['a disposition without a title', 'unknown-disposition', '/rules/0/event/type', 'refuse'],
    ['an unknown disposition', 'unknown-key', '/dispositions/dance', { title: { zh: '舞' } }],
    ['two rules of one id', 'duplicate-id', '/rules/1/id', 'always', '/rules/1'],
    ['an unknown department fact', 'unknown-fact', '/department', 'height'],
    [
      'papers of an unknown fact',
      'unknown-fact',
      '/rules/1/event/params/papers',
      { fact: 'height' },
      '/rules/1/event/params/papers/fact',
    ],
    ['no papers', 'empty-list', '/rules/1/event/params/papers', []],
    ['half a day', 'bad-days', '/rules/0/event/params/dueInWorkingDays', 0.5],
  ],
  'rules/calendars/days.json': [
    ['a day twice', 'duplicate-date', '/years/1/holidays/0/days/1', '2019-12-31'],
    ['a working day that is no weekend day', 'not-a-weekend', '/years/1/workdays/0', '2020-01-06'],
    ['a day of a far year', 'wrong-year', '/years/1/workdays/0', '2016-01-02'],
    ['a year twice', 'duplicate-id', '/years/1/year', 2019, '/years/1'],
    ['another id than its file', 'wrong-id', '/id', 'nights'],
  ],
};

describe('A desk is refused, with the place, for', () => {
  const each = Object.entries(faults).flatMap(([path, list]) => list.map((fault) => [fault[0], path, fault] as const));

  it.each(each)('%s in %s', (_says, path, fault) => {
    const documents = deskDocuments();
    inflict(fault, documents[path]);
    const result = parseEdition(deskId, filesOf(documents));
    expect(result.ok).toBe(false);
    expectAnswered(fault, path, result.issues);
  });
});

describe('An edition is refused', () => {
  const codes = (id: string, change: (documents: Record<string, any>) => void): string[] =>
    parseChanged(id, id === deskId ? deskDocuments() : standardDocuments(), change).issues.map(({ code }) => code);

  it('without a manifest', () => {
    const manifest = 'rules/town/library/2020/edition.json';
    expect(codes(standardId, (documents) => delete documents[manifest])).toEqual(['missing-manifest']);
    expect(parseEdition('no/such/1999', {}).issues.map(({ code }) => code)).toEqual(['missing-manifest']);
  });

  it('without the document of a category', () => {
    const category = 'rules/town/library/2020/rooms.json';
    expect(codes(standardId, (documents) => delete documents[category])).toEqual(['missing-document']);
  });

  it('without a desk document, or with two', () => {
    const desk = 'rules/town/counter/2020/desk.json';
    const second = 'rules/town/counter/2020/desk-2.json';
    expect(codes(deskId, (documents) => delete documents[desk])).toEqual(['missing-document']);
    expect(codes(deskId, (documents) => Object.assign(documents, { [second]: documents[desk] }))).toEqual([
      'unexpected-document',
    ]);
  });

  it('with a document of the other kind of edition', () => {
    const desk = deskDocuments()['rules/town/counter/2020/desk.json'];
    expect(
      codes(standardId, (documents) => Object.assign(documents, { 'rules/town/library/2020/desk.json': desk })),
    ).toEqual(['unexpected-document']);
  });

  it('with the issues of all its documents at once', () => {
    const files = filesOf(standardDocuments());
    files['rules/town/library/2020/facts.json'] = '{"facts": [}';
    files['rules/town/library/2020/outline.json'] = '{"clauses": 1}';
    const { issues } = parseEdition(standardId, files);
    expect(issues.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['invalid-json', 1, 12],
      ['wrong-type', 1, 2],
    ]);
  });

  it('at the line of the key that is wrong', () => {
    const { issues } = parseChanged(standardId, standardDocuments(), (documents) => {
      documents['rules/town/library/2020/facts.json'].facts[0].colour = 'red';
    });
    expect(issues).toMatchObject([{ code: 'unknown-key', line: 12, column: 7 }]);
  });

  it('at the line of the case that is wrong, blank lines counted', () => {
    const files = filesOf(standardDocuments());
    const path = 'rules/town/library/2020/cases/first.jsonl';
    const good = files[path];
    files[path] = `\n${good}\n\n{"id": "two", "expect": {}}\n{"id":}\n`;
    expect(parseEdition(standardId, files).issues).toMatchObject([
      { code: 'invalid-json', document: path, pointer: '/2', line: 5 },
    ]);
    files[path] = `\n${good}\n\n{"id": "two"}\n`;
    expect(parseEdition(standardId, files).issues).toMatchObject([
      { code: 'missing-key', document: path, pointer: '/1/expect', line: 4 },
    ]);
  });
});
