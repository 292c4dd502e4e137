import { describe, expect, it } from '@jest/globals';
import type { Edition, EditionResult } from '../edition.js';
import {
  deskDocuments,
  deskId,
  filesOf,
  parseChanged,
  standardDocuments,
  standardEdition,
  standardId,
} from '../fixture/tiny-edition.js';
import { editionFromDocuments, editionIds, editionPaths, parseEdition } from '../index.js';

const editionOf = (result: EditionResult): Edition => {
  expect(result.issues).toEqual([]);
  if (!result.ok) throw new Error('refused');
  return result.edition;
};

describe('A standard', () => {
  const edition = editionOf(parseChanged(standardId, standardDocuments()));

  it('has its categories, indicators, lines and rules in order, each with its place', () => {
    const [category] = edition.standard?.categories ?? [];
    const line = category?.indicators[0]?.lines[0];
    expect(category?.id).toBe('rooms');
    expect(line?.pointer).toBe('/indicators/0/lines/0');
    expect(line?.rules[0]?.priority).toBe(1);
    expect(edition.desk).toBeUndefined();
  });

  it('has bands whose ends say whether they belong to them', () => {
    expect(edition.standard?.bands.map(({ lower, upper }) => [lower, upper])).toEqual([
      [
        { value: 5, inclusive: false },
        { value: 10, inclusive: true },
      ],
      [
        { value: 0, inclusive: true },
        { value: 5, inclusive: true },
      ],
    ]);
  });

  it('has lists whose rows are choices, with the column every list has', () => {
    const things = edition.lists.get('things');
    expect([...(things?.columns.keys() ?? [])]).toEqual(['required', 'weight', 'owner', 'borrowers']);
    expect(things?.rows[1]?.cells).toEqual({ required: false, borrowers: ['town', 'Q1'] });
    expect(things?.choices.map(({ id, required }) => [id, required])).toEqual([
      ['desk', true],
      ['lamp', false],
    ]);
  });

  it('falls back to Chinese where a text has no English', () => {
    expect(edition.lists.get('owners')?.choices[1]?.title).toEqual({ zh: '县', en: '县' });
  });

  it('has a fact for every question, typed by its schema', () => {
    expect([...edition.facts.values()].map(({ id, type }) => [id, type.kind])).toEqual([
      ['open', 'boolean'],
      ['area', 'number'],
      ['name', 'text'],
      ['owner', 'choice'],
      ['phone', 'text'],
      ['things', 'checklist'],
      ['rooms', 'rows'],
      ['photos', 'files'],
      ['reason', 'choice'],
      ['detail', 'text'],
    ]);
    expect(edition.facts.get('area')?.type).toEqual({
      kind: 'number',
      integer: false,
      minimum: 0,
      maximum: 1000,
      multipleOf: 0.5,
      unit: '平方米',
    });
    expect(edition.facts.get('photos')?.type).toEqual({ kind: 'files', least: 0, most: 3, accept: ['image'] });
    expect(edition.facts.get('open')?.title).toEqual({ zh: '开放', en: 'Open' });
    expect(edition.facts.get('name')?.personal).toBe(true);
    expect([...edition.facts.values()].filter(({ heading }) => heading).map(({ id }) => id)).toEqual(['owner']);
  });

  it('knows of which levels an area may be, from the top down, all where none is named', () => {
    const typeWith = (more: object) => {
      const documents = standardDocuments();
      const form = documents['forms/town/library/2020/visit.json'] as {
        schema: { properties: Record<string, unknown> };
      };
      form.schema.properties.phone = { type: 'string', title: '处', format: 'area', ...more };
      const parsed = parseEdition(standardId, filesOf(documents));
      return parsed.ok && parsed.edition.facts.get('phone')?.type;
    };
    expect(typeWith({})).toEqual({ kind: 'text', areas: ['city', 'county', 'township', 'community'] });
    expect(typeWith({ 'x-area-levels': ['community', 'county'] })).toEqual({
      kind: 'text',
      areas: ['county', 'community'],
    });
  });

  it('adds the form’s own choices to those of a list', () => {
    const type = edition.facts.get('owner')?.type;
    expect(type).toMatchObject({ kind: 'choice', list: 'owners' });
    expect(type?.kind === 'choice' && type.choices.map(({ id, title }) => [id, title.en])).toEqual([
      ['town', 'Town'],
      ['Q1', '县'],
      ['none', 'Nobody'],
    ]);
  });

  it('knows which cells of a row are required and their English titles', () => {
    const type = edition.facts.get('rooms')?.type;
    const columns = type?.kind === 'rows' ? [...type.columns.values()] : [];
    expect(columns.map(({ id, required, title }) => [id, required, title.en])).toEqual([
      ['use', true, '用途'],
      ['seats', false, 'Seats'],
    ]);
  });

  it('asks a question when its own conditions and those of the questions they test hold', () => {
    expect(edition.facts.get('reason')?.askedWhen).toEqual([{ fact: 'open', operator: 'equal', value: false }]);
    expect(edition.facts.get('detail')?.askedWhen).toEqual([
      { fact: 'open', operator: 'equal', value: false },
      { fact: 'reason', operator: 'in', value: ['repair'] },
      { fact: 'area', operator: 'greaterThan', value: 10 },
    ]);
  });

  it('has its cases with the answers apart from the expectation', () => {
    expect(edition.cases).toEqual([
      {
        id: 'one',
        facts: { visit: { open: true } },
        expect: { status: 'incomplete', total: null },
        document: 'rules/town/library/2020/cases/first.jsonl',
        pointer: '/0',
      },
    ]);
  });

  it('is the same from its own stored documents, hash included', () => {
    const stored = editionOf(editionFromDocuments(standardId, JSON.parse(JSON.stringify(edition.documents))));
    expect(stored).toEqual(edition);
  });

  it('keeps its hash when keys change their order, `$schema` moves, or white space changes', () => {
    const reverse = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reverse);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, key === '$schema' ? `elsewhere/${String(inner)}` : reverse(inner)]),
      );
    };
    const files = filesOf(standardDocuments());
    for (const [path, value] of Object.entries(standardDocuments())) {
      if (!path.endsWith('.jsonl')) files[path] = `${JSON.stringify(reverse(value))}\n\n`;
    }
    expect(editionOf(parseEdition(standardId, files)).hash).toBe(edition.hash);
  });

  it('changes its hash when a case changes', () => {
    const changed = parseChanged(standardId, standardDocuments(), (documents) => {
      documents['rules/town/library/2020/cases/first.jsonl'][0].expect.total = 3;
    });
    expect(editionOf(changed).hash).not.toBe(edition.hash);
  });

  it('leaves other editions and other calendars aside', () => {
    const files = { ...filesOf(standardDocuments()), ...filesOf(deskDocuments()) };
    expect(editionOf(parseEdition(standardId, files)).hash).toBe(standardEdition().hash);
  });
});

describe('A desk', () => {
  const edition = editionOf(parseChanged(deskId, deskDocuments()));

  it('has its dispositions and rules', () => {
    expect([...(edition.desk?.dispositions.keys() ?? [])]).toEqual(['handle']);
    expect(edition.desk?.rules.map(({ priority }) => priority)).toEqual([2, 1]);
    expect(edition.standard).toBeUndefined();
  });

  it('has its calendar, each day in the year it falls in', () => {
    expect(edition.calendar?.years.get(2019)?.holidays).toEqual(new Set(['2019-10-01', '2019-12-31']));
    expect(edition.calendar?.years.get(2020)?.workdays).toEqual(new Set(['2020-01-04']));
    expect(Object.keys(edition.documents)).toContain('rules/calendars/days.json');
  });
});

describe('Editions', () => {
  const paths = [
    ...Object.keys(standardDocuments()),
    ...Object.keys(deskDocuments()),
    'rules/town/library/2020/notes.md',
  ];

  it('are found by their manifests', () => {
    expect(editionIds(paths)).toEqual([deskId, standardId]);
  });

  it('own the files of their folders and see the calendars', () => {
    expect(editionPaths(deskId, paths)).toEqual(Object.keys(deskDocuments()).sort());
    expect(editionPaths(standardId, paths)).not.toContain('rules/town/library/2020/notes.md');
  });
});
