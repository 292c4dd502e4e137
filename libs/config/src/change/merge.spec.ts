import { describe, expect, it } from '@jest/globals';
import { standardDocuments } from '../fixture/tiny-edition.js';
import { mergeDocuments } from '../index.js';

const rooms = 'rules/town/library/2020/rooms.json';
const lists = 'rules/town/library/2020/lists.json';
const visit = 'forms/town/library/2020/visit.json';

type Edit = (documents: Record<string, any>) => void;

function mergeOf(mine: Edit, theirs: Edit, choose = {}) {
  const sides = [mine, theirs].map((edit) => {
    const documents = standardDocuments();
    edit(documents);
    return documents;
  });
  return mergeDocuments(standardDocuments(), sides[0] as any, sides[1] as any, choose) as any;
}

const row = (id: string) => ({ id, title: { zh: id } });
const idsIn = (items: { id: string }[]) => items.map(({ id }) => id);

describe('A merge', () => {
  it('puts what mine added behind what theirs added at the same place', () => {
    const { documents, conflicts } = mergeOf(
      (mine) => mine[lists].lists[0].rows.push(row('chair'), row('sofa')),
      (theirs) => theirs[lists].lists[0].rows.push(row('shelf')),
    );
    expect(idsIn(documents[lists].lists[0].rows)).toEqual(['desk', 'lamp', 'shelf', 'chair', 'sofa']);
    expect(conflicts).toEqual([]);
  });

  it('keeps what one side moved and what the other changed and removed', () => {
    const { documents, conflicts } = mergeOf(
      (mine) => mine[visit].steps[0].questions.unshift(mine[visit].steps[0].questions.pop()),
      (theirs) => {
        theirs[visit].steps[0].questions.splice(1, 1);
        theirs[visit].schema.properties.phone.title = '手机';
      },
    );
    expect(documents[visit].steps[0].questions).toEqual(['phone', 'open', 'name', 'owner']);
    expect(documents[visit].schema.properties.phone.title).toBe('手机');
    expect(conflicts).toEqual([]);
  });

  it('follows a question that one side made conditional while the other changed it', () => {
    const { documents, conflicts } = mergeOf(
      ({ [visit]: { schema } }) => {
        schema.allOf[0].then.properties.phone = schema.properties.phone;
        delete schema.properties.phone;
      },
      ({ [visit]: { schema } }) => {
        schema.properties.phone.description = '手机优先';
        schema.required.push('phone');
      },
    );
    expect(conflicts).toEqual([]);
    expect(documents[visit].schema.allOf[0].then).toEqual({
      properties: {
        reason: { title: '原因', oneOf: [{ const: 'repair', title: '维修' }] },
        phone: { type: 'string', title: '电话', format: 'phone', description: '手机优先' },
      },
      required: ['phone', 'reason'],
    });
    expect(documents[visit].schema.required).toEqual(['open', 'area']);
  });

  it('takes theirs where both changed one value, and lists what mine was', () => {
    const points =
      (value: number): Edit =>
      (documents) => {
        documents[rooms].indicators[0].lines[0].points = value;
      };
    const { documents, conflicts } = mergeOf(points(8), points(9));
    expect(documents[rooms].indicators[0].lines[0].points).toBe(9);
    expect(conflicts).toEqual([
      {
        key: `${rooms}#/.indicators/#equipment/.lines/#furnishing/.points`,
        about: 'value',
        document: rooms,
        pointer: '/indicators/0/lines/0/points',
        path: [{ key: 'indicators' }, { id: 'equipment' }, { key: 'lines' }, { id: 'furnishing' }, { key: 'points' }],
        base: 10,
        mine: 8,
        theirs: 9,
        chosen: 'theirs',
      },
    ]);
    const chosen = mergeOf(points(8), points(9), { [conflicts[0].key]: 'mine' });
    expect(chosen.documents[rooms].indicators[0].lines[0].points).toBe(8);
  });

  it('asks where one side removed what the other changed', () => {
    const remove: Edit = (documents) => documents[lists].lists[0].rows.pop();
    const change: Edit = (documents) => {
      documents[lists].lists[0].rows[1].weight = 3;
    };
    const { documents, conflicts } = mergeOf(remove, change);
    expect(idsIn(documents[lists].lists[0].rows)).toEqual(['desk', 'lamp']);
    expect(conflicts).toMatchObject([{ pointer: '/lists/0/rows/1', base: { id: 'lamp' }, theirs: { weight: 3 } }]);
    expect(conflicts[0].mine).toBe(undefined);
    const chosen = mergeOf(remove, change, { [conflicts[0].key]: 'mine' });
    expect(idsIn(chosen.documents[lists].lists[0].rows)).toEqual(['desk']);
  });

  it('asks once about a thing that both added under one id', () => {
    const add =
      (zh: string): Edit =>
      (documents) =>
        documents[lists].lists[0].rows.push({ id: 'chair', title: { zh }, weight: 1 });
    const { documents, conflicts } = mergeOf(add('椅'), add('凳'));
    expect(conflicts.map(({ path }: { path: unknown[] }) => path.at(-1))).toEqual([{ id: 'chair' }]);
    expect(documents[lists].lists[0].rows[2].title).toEqual({ zh: '凳' });
  });

  it('asks about an order that both changed, and keeps all of its items', () => {
    const move =
      (from: number, to: number): Edit =>
      ({ [visit]: { steps } }) => {
        const [{ questions }] = steps;
        questions.splice(to, 0, ...questions.splice(from, 1));
      };
    const { documents, conflicts } = mergeOf(move(4, 0), move(4, 2));
    expect(conflicts).toMatchObject([{ about: 'order', pointer: '/steps/0/questions', chosen: 'theirs' }]);
    expect(documents[visit].steps[0].questions).toEqual(['open', 'area', 'phone', 'name', 'owner']);
    const chosen = mergeOf(move(4, 0), move(4, 2), { [conflicts[0].key]: 'mine' });
    expect(chosen.documents[visit].steps[0].questions).toEqual(['phone', 'open', 'area', 'name', 'owner']);
  });

  it('joins moves of different things', () => {
    const { documents, conflicts } = mergeOf(
      ({ [visit]: { steps } }) => steps[0].questions.unshift(steps[0].questions.pop()),
      ({ [visit]: { steps } }) => steps[0].questions.splice(3, 0, ...steps[0].questions.splice(1, 1)),
    );
    expect(conflicts).toEqual([]);
    expect(documents[visit].steps[0].questions).toEqual(['phone', 'open', 'name', 'owner', 'area']);
  });

  it('takes a document that one side added, and asks about one that both added otherwise', () => {
    const add =
      (path: string, formula: string): Edit =>
      (documents) => {
        documents[path] = { facts: [{ id: 'more', title: { zh: '多' }, formula }] };
      };
    expect(
      mergeOf(add('rules/town/library/2020/a.json', '1'), () => {}).documents['rules/town/library/2020/a.json'],
    ).toBeDefined();
    const both = mergeOf(add('rules/town/library/2020/a.json', '1'), add('rules/town/library/2020/a.json', '2'));
    expect(both.conflicts).toMatchObject([{ path: [{ key: 'facts' }, { id: 'more' }], theirs: { formula: '2' } }]);
  });
});
