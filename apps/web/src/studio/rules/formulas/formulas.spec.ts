import { describe, expect, it } from '@jest/globals';
import { type Edition, editionFromDocuments } from '@yimen/config';
import { dictionaryOf } from '@yimen/engine/editing';
import fc from 'fast-check';
import { readFormula } from './faults';
import { marksIn } from './marks';
import { callAt, suggestionsAt } from './suggest';
import { tokensOf } from './tokens';
import { type Writing, writingOf } from './writing';

const text = (zh: string, en: string) => ({ zh, en });
const source = { title: text('通知', 'Notice'), number: '1', date: '2020-01-01' };

/** A small standard with every kind of name that a formula may use. */
function edition(): Edition {
  const result = editionFromDocuments('town/hall/2020', {
    'rules/town/hall/2020/edition.json': {
      id: 'town/hall/2020',
      title: text('大厅', 'Hall'),
      authority: text('镇', 'Town'),
      kind: 'standard',
      year: 2020,
      effectiveFrom: '2020-01-01',
      source,
      forms: ['visit'],
      categories: ['rooms'],
      points: 10,
      bands: [{ id: 'all', title: text('好', 'Good'), from: 0, upTo: 10 }],
    },
    'rules/town/hall/2020/lists.json': {
      lists: [
        {
          id: 'things',
          title: text('物品', 'Things'),
          columns: [
            { id: 'weight', title: text('重量', 'Weight'), type: 'number' },
            { id: 'owner', title: text('归属', 'Owner'), type: 'choice', list: 'owners' },
          ],
          rows: [{ id: 'desk', title: text('桌', 'Desk'), weight: 20, owner: 'town' }],
        },
        { id: 'owners', title: text('归属方', 'Owners'), rows: [{ id: 'town', title: text('镇里', 'The town') }] },
      ],
    },
    'forms/town/hall/2020/visit.json': {
      id: 'visit',
      title: text('走访', 'Visit'),
      steps: [{ id: 'one', title: text('一', 'One'), questions: ['area', 'name', 'owner', 'held', 'rooms'] }],
      schema: {
        type: 'object',
        properties: {
          area: { type: 'integer', title: '面积', minimum: 0, maximum: 12, 'x-unit': '平方米' },
          name: { type: 'string', title: '姓名', 'x-personal': true },
          owner: { title: '房主', $ref: 'list:owners' },
          held: { type: 'array', title: '已有物品', uniqueItems: true, items: { $ref: 'list:things' } },
          rooms: {
            type: 'array',
            title: '房间',
            items: {
              type: 'object',
              properties: {
                use: { $ref: 'list:owners', title: '用途' },
                seats: { type: 'integer', title: '座位', minimum: 0 },
              },
              required: ['use', 'seats'],
              additionalProperties: false,
            },
          },
        },
        required: ['area', 'name', 'owner', 'held', 'rooms'],
      },
    },
    'rules/town/hall/2020/facts.json': {
      facts: [
        { id: 'double', title: text('两倍面积', 'Twice the area'), formula: 'area * 2' },
        { id: 'fourfold', title: text('四倍面积', 'Four times the area'), formula: 'double * 2' },
        { id: 'wrong', title: text('写错的', 'Wrong'), formula: 'area +' },
      ],
    },
    'rules/town/hall/2020/rooms.json': {
      id: 'rooms',
      title: text('房间', 'Rooms'),
      points: 10,
      clause: '一',
      indicators: [
        {
          id: 'all',
          title: text('全部', 'All'),
          points: 10,
          clause: '一',
          lines: [
            {
              id: 'line',
              title: text('面积', 'Area'),
              points: 10,
              clause: '一',
              standard: text('大', 'Large'),
              starts: 'full',
              rules: [],
            },
          ],
        },
      ],
    },
    'rules/town/hall/2020/outline.json': { clauses: [{ id: '一', summary: text('面积', 'Area') }] },
  });
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 2));
  return result.edition;
}

const dictionary = dictionaryOf(edition());
const writing = (kind: Writing['kind'] = 'formula', placeOf?: string) =>
  writingOf({ dictionary, language: 'zh', kind, placeOf });

/** What is offered at the bar, and what the text becomes with the first of it. */
function offer(marked: string, kind: Writing['kind'] = 'formula', placeOf?: string) {
  const position = marked.indexOf('|');
  const typed = marked.replace('|', '');
  const found = suggestionsAt(typed, position, writing(kind, placeOf));
  const [first] = found?.options ?? [];
  return {
    ids: found?.options.map(({ id }) => id) ?? [],
    kinds: new Set(found?.options.map((option) => option.kind)),
    first: found && first && typed.slice(0, found.from) + first.insert + typed.slice(found.to),
  };
}

describe('What is offered while a formula is written', () => {
  it.each([
    ['are|', 'area'],
    ['面|', 'area'],
    ['1 + 两|', '1 + double'],
    ['MAX(0，面|)', 'MAX(0，area)'],
    ['mis|', 'MISSING()'],
    ['缺少|', 'MISSING()'],
    ['MIS|(held)', 'MISSING(held)'],
    ['COUNT(|)', 'COUNT(held)'],
    ['MISSING(|', 'MISSING(held'],
    ['COUNT(rooms, |)', 'COUNT(rooms, use)'],
    ['COUNT(rooms, use = |)', 'COUNT(rooms, use = "town")'],
    ['COUNT(rooms, use = "|', 'COUNT(rooms, use = "town"'],
    ['COUNT(rooms, use = "|")', 'COUNT(rooms, use = "town")'],
    ['COUNT(rooms, use = “镇|', 'COUNT(rooms, use = “town"'],
    ['SUM(rooms, 座|)', 'SUM(rooms, seats)'],
    ['SUM(rooms, MAX(0, 2 - 座|))', 'SUM(rooms, MAX(0, 2 - seats))'],
    ['owner = |', 'owner = "town"'],
    ['owner <> "|"', 'owner <> "town"'],
    ['INCLUDES(held, |)', 'INCLUDES(held, "desk")'],
    ['LOOKUP(|)', 'LOOKUP(things)'],
    ['LOOKUP(物|, owner, weight)', 'LOOKUP(things, owner, weight)'],
    ['LOOKUP(things, "|', 'LOOKUP(things, "desk"'],
    ['LOOKUP(things, "desk", 重|)', 'LOOKUP(things, "desk", weight)'],
    ['LOOKUP(things, "desk", owner) = |', 'LOOKUP(things, "desk", owner) = "town"'],
    ['SELECT(things, 归|)', 'SELECT(things, owner)'],
    ['SELECT(things, owner = "|")', 'SELECT(things, owner = "town")'],
  ])('%s becomes %s', (marked, expected) => {
    expect(offer(marked).first).toBe(expected);
  });

  it('is columns where a column is expected, and lists where a list is', () => {
    expect(offer('LOOKUP(things, "desk", |)').kinds).toEqual(new Set(['column']));
    expect(offer('SELECT(|)').kinds).toEqual(new Set(['list']));
  });

  it('is nothing after a name, after a value, or in a text that is compared with nothing', () => {
    expect(offer('area |').ids).toEqual([]);
    expect(offer('"desk"|').ids).toEqual([]);
    expect(offer('"de|"').ids).toEqual([]);
  });

  it('is no fact of which the type is unknown, nor one that would go in a circle', () => {
    expect(offer('|').ids).not.toContain('wrong');
    expect(offer('|', 'formula', 'double').ids).not.toContain('double');
    expect(offer('|', 'formula', 'double').ids).not.toContain('fourfold');
    expect(offer('|', 'formula', 'fourfold').ids).toContain('double');
  });

  it('is, in a reason, only for what stands between braces, and never personal', () => {
    expect(offer('面|', 'template').ids).toEqual([]);
    expect(offer('缺 {面|} 平方米', 'template').first).toBe('缺 {area} 平方米');
    expect(offer('{area}，缺 {|', 'template').ids).toContain('area');
    expect(offer('{|', 'template').ids).not.toContain('name');
    expect(offer('|').ids).toContain('name');
  });

  it('tells which argument of which function the cursor is in', () => {
    const at = (marked: string) => callAt(marked.replace('|', ''), marked.indexOf('|'), writing());
    expect(at('MAX(0, MISSING(held), |)')).toMatchObject({ fn: { id: 'MAX' }, argument: 2 });
    expect(at('MAX(0, (1 + |))')).toMatchObject({ fn: { id: 'MAX' }, argument: 1 });
    expect(at('MAX(0)|')).toBeUndefined();
  });
});

describe('The names in a formula', () => {
  const titles = (formula: string, kind: Writing['kind'] = 'formula') =>
    marksIn(formula, writing(kind)).map(({ start, end, title }) => `${formula.slice(start, end)}=${title}`);

  it.each([
    ['MAX(0, area) + double', ['area=面积', 'double=两倍面积']],
    ['COUNT(rooms, use = "town")', ['rooms=房间', 'use=用途', 'town=镇里']],
    ['LOOKUP(things, "desk", weight)', ['things=物品', 'desk=桌', 'weight=重量']],
    ['owner = "nobody"', ['owner=房主']],
    ['area("town"', []],
  ])('have their titles: %s', (formula, expected) => {
    expect(titles(formula)).toEqual(expected);
  });

  it('are found between the braces of a reason only', () => {
    expect(titles('area {area} 和 {double', 'template')).toEqual(['area=面积', 'double=两倍面积']);
  });
});

describe('A formula that is being written', () => {
  it('tells its result and its range', () => {
    expect(readFormula('area * 2', writing()).result).toEqual({
      type: { kind: 'number', integer: true, minimum: 0, maximum: 24 },
      blank: false,
    });
    expect(readFormula('  ', writing())).toEqual({ problems: [] });
  });

  const faulty = (formula: string, kind: Writing['kind'] = 'formula', placeOf?: string) =>
    readFormula(formula, writing(kind, placeOf)).problems.map(
      ({ at, kind: fault }) => `${fault}: ${formula.slice(at.start, at.end)}`,
    );

  it('says where a fault is', () => {
    expect(faulty('area + hole')).toEqual(['types: hole']);
    expect(faulty('area + wrong')).toEqual(['broken: wrong']);
    expect(faulty('area + ) 1')).toEqual(['malformed: )']);
    expect(faulty('area +')).toEqual(['unfinished: ']);
  });

  it('must not name what is computed from it', () => {
    expect(faulty('fourfold + double', 'formula', 'double')).toEqual(['circle: fourfold', 'itself: double']);
    expect(faulty('double', 'formula', 'fourfold')).toEqual([]);
  });

  it('has every fault of a reason at its place', () => {
    expect(faulty('缺 {hole} 和 {area}，{rooms}', 'template')).toEqual(['types: hole', 'types: rooms']);
    expect(faulty('缺 {area', 'template')).toEqual(['braces: {']);
    expect(faulty('缺 area}', 'template')).toEqual(['braces: }']);
  });

  it('never breaks the editor, whatever is typed', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '，',
      '"',
      '“',
      "'",
      'area',
      'rooms',
      'COUNT',
      'LOOKUP(',
      'things',
      ' ',
      '=',
      '{',
      '}',
      '甲',
      '1.',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 24 }),
        fc.nat(60),
        fc.constantFrom('formula', 'template'),
        (pieces, at, kind) => {
          const typed = pieces.join('');
          const place = Math.min(at, typed.length);
          const found = suggestionsAt(typed, place, writing(kind as Writing['kind']));
          if (found) {
            expect(found.from).toBeLessThanOrEqual(place);
            expect(found.to).toBeGreaterThanOrEqual(place);
          }
          for (const { start, end } of [...marksIn(typed, writing(kind as Writing['kind'])), ...tokensOf(typed)]) {
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(typed.length);
          }
          readFormula(typed, writing(kind as Writing['kind'], 'double'));
          callAt(typed, place, writing(kind as Writing['kind']));
        },
      ),
    );
  });
});
