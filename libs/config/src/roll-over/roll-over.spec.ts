import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shippedEditions } from '../../../../test/support/shipped.js';
import { editedBy, someEdits } from '../fixture/random-edits.js';
import { deskDocuments, deskId, standardDocuments, standardId } from '../fixture/tiny-edition.js';
import {
  type Documents,
  diffDocuments,
  editionFromDocuments,
  itemsBelow,
  itemsOf,
  renamed,
  rolledOver,
  rollOverProgress,
  withConfirmed,
} from '../index.js';

const shippedDocuments = shippedEditions().map(({ id, documents }): [string, Documents] => [id, documents]);

const nextId = 'town/library/2021';
const rooms = 'rules/town/library/2021/rooms.json';
const lists = 'rules/town/library/2021/lists.json';
const base = () => renamed(standardDocuments(), standardId, nextId) as ReturnType<typeof standardDocuments>;

describe('Documents of the next year', () => {
  it.each(shippedDocuments)('parse as an edition of that year: %s', (id, documents) => {
    const next = id.replace(/\d+$/, '2015');
    const rolled = rolledOver(documents, id, next, { effectiveFrom: '2015-01-01' });
    const read = editionFromDocuments(next, rolled);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const { edition } = read;
    expect([edition.id, edition.year, edition.effectiveFrom]).toEqual([next, 2015, '2015-01-01']);
    expect(edition.title.zh).not.toContain('2014');
    expect(edition.cases.length).toBeGreaterThan(0);
    expect(Object.keys(rolled).some((path) => path.includes('/2014/'))).toBe(false);
  });

  it('differ from this year’s, renamed, in the manifest only', () => {
    const rolled = rolledOver(standardDocuments(), standardId, nextId, {
      title: { zh: '新图书室', en: 'New library' },
      effectiveFrom: '2021-02-01',
      source: { title: { zh: '新通知', en: 'New notice' }, number: '9', date: '2021-01-15' },
    });
    const paths = diffDocuments(base(), rolled).map(({ pointer }) => pointer);
    expect(paths).toEqual(['/title', '/effectiveFrom', '/source/title', '/source/number', '/source/date']);
  });

  it('say the new year where the title said the old one, and not within other numbers', () => {
    const documents = standardDocuments();
    const manifest = 'rules/town/library/2020/edition.json';
    documents[manifest].title = { zh: '2020年度第12020号（2020）' };
    const rolled = rolledOver(documents, standardId, nextId, { effectiveFrom: '2021-01-01' });
    expect(rolled['rules/town/library/2021/edition.json']).toMatchObject({
      title: { zh: '2021年度第12020号（2021）' },
    });
  });

  it('come of any documents, whatever their shape', () => {
    for (const manifest of [null, [], 5, { title: 'x' }, undefined]) {
      const documents = { ...standardDocuments(), 'rules/town/library/2020/edition.json': manifest };
      expect(() => rolledOver(documents, standardId, nextId, { effectiveFrom: '2021-01-01' })).not.toThrow();
    }
  });
});

describe('Items of a roll-over', () => {
  it('are every category, indicator, line, rule and list, in their order and below each other', () => {
    expect(itemsOf(standardDocuments()).map(({ key, parent, title }) => [key, parent, title.zh])).toEqual([
      ['category:rooms', null, '房间'],
      ['indicator:equipment', 'category:rooms', '设施'],
      ['line:furnishing', 'indicator:equipment', '配备'],
      ['rule:thing-missing', 'line:furnishing', '缺 … 件'],
      ['list:things', null, '物品'],
      ['list:owners', null, '归属'],
    ]);
  });

  it('are the rules of a desk too', () => {
    expect(itemsOf(deskDocuments()).map(({ key, pointer }) => [key, pointer])).toEqual([
      ['rule:always', '/rules/0'],
      ['rule:card', '/rules/1'],
      ['list:papers', '/lists/0'],
    ]);
    expect(deskId).toBe('town/counter/2020');
  });

  it('with an item hold what stands in it', () => {
    const items = itemsOf(standardDocuments());
    expect(itemsBelow(items, 'indicator:equipment').map(({ key }) => key)).toEqual([
      'indicator:equipment',
      'line:furnishing',
      'rule:thing-missing',
    ]);
  });
});

describe('Progress of a roll-over', () => {
  const states = (edit: (now: ReturnType<typeof base>) => void, confirmed: string[] = []) => {
    const now = base();
    edit(now);
    const { items, left, total } = rollOverProgress(base(), now, confirmed);
    return { states: Object.fromEntries(items.map(({ key, state }) => [key, state])), left, total };
  };

  it('begins with nothing decided', () => {
    const { states: each, left, total } = states(() => {});
    expect(new Set(Object.values(each))).toEqual(new Set(['unconfirmed']));
    expect([left, total]).toEqual([6, 6]);
  });

  it('counts a change where it was made, not in what that stands in', () => {
    const { states: each, left } = states((now) => {
      now[rooms].indicators[0].lines[0].points = 9;
      now[lists].lists[0].rows[0].weight = 1;
    });
    expect(each).toEqual({
      'category:rooms': 'unconfirmed',
      'indicator:equipment': 'unconfirmed',
      'line:furnishing': 'changed',
      'rule:thing-missing': 'unconfirmed',
      'list:things': 'changed',
      'list:owners': 'unconfirmed',
    });
    expect(left).toBe(4);
  });

  it('counts what was added and what was retired as decided, and keeps the old title', () => {
    const now = base();
    now[lists].lists = [now[lists].lists[1], { id: 'fresh', title: { zh: '新' }, rows: [] }];
    now[rooms].indicators[0].lines[0].rules = [];
    const { items, left } = rollOverProgress(base(), now, []);
    expect(items.map(({ key, state, title }) => [key, state, title.zh])).toEqual([
      ['category:rooms', 'unconfirmed', '房间'],
      ['indicator:equipment', 'unconfirmed', '设施'],
      ['line:furnishing', 'unconfirmed', '配备'],
      ['rule:thing-missing', 'retired', '缺 … 件'],
      ['list:things', 'retired', '物品'],
      ['list:owners', 'unconfirmed', '归属'],
      ['list:fresh', 'added', '新'],
    ]);
    expect(left).toBe(4);
  });

  it('takes a key only for an item that is there and still as it was', () => {
    const keys = ['category:rooms', 'line:gone', 'line:furnishing', 'list:things', ''];
    const { states: each, left } = states((now) => {
      now[lists].lists.shift();
      now[rooms].indicators[0].lines[0].clause = '二';
    }, keys);
    expect(each).toMatchObject({
      'category:rooms': 'confirmed',
      'line:furnishing': 'changed',
      'list:things': 'retired',
    });
    expect(left).toBe(3);
  });

  it('is confirmed with everything below at once', () => {
    const { items } = rollOverProgress(base(), base(), ['list:owners']);
    const confirmed = withConfirmed(['list:owners'], items, 'category:rooms');
    const after = rollOverProgress(base(), base(), confirmed);
    expect([after.left, after.total]).toEqual([1, 6]);
  });

  it('holds every item of both states once, whatever was done to the documents', () => {
    const editions = fc.constantFrom(...shippedDocuments.map(([, documents]) => documents));
    fc.assert(
      fc.property(editions, someEdits, (before, edits) => {
        const now = editedBy(before, edits);
        const { items, left, total } = rollOverProgress(before, now, []);
        const keys = items.map(({ key }) => key);
        expect(new Set(keys)).toEqual(new Set([...itemsOf(before), ...itemsOf(now)].map(({ key }) => key)));
        expect(keys.length).toBe(total);
        expect(left).toBe(items.filter(({ state }) => state === 'unconfirmed').length);
        const all = rollOverProgress(before, now, keys);
        expect(all.left).toBe(0);
      }),
    );
  });
});
