/** Owns a small standard with a question of every kind that methods score, and lines that tests fill. */
import { type Edition, editionFromDocuments, type Rule } from '@yimen/config';
import type { Documents, LineDeclaration } from '@yimen/engine/editing';

export const methodsId = 'town/hall/2021';
const rules = `rules/${methodsId}`;
export const categoryPath = `${rules}/rooms.json`;
export const factsPath = `${rules}/facts.json`;

const text = (zh: string, en: string) => ({ zh, en });

const number = (title: string, more = {}) => ({ type: 'integer', title, minimum: 0, ...more });
const decimal = (title: string, more = {}) => ({ type: 'number', title, minimum: 0, ...more });

const properties = {
  open: { type: 'boolean', title: '是否开门' },
  staff: number('工作人员数', { 'x-unit': '人' }),
  staffDue: number('应配人员数', { 'x-unit': '人' }),
  complaints: number('投诉数', { maximum: 5, 'x-unit': '件' }),
  area: decimal('大厅面积', { 'x-unit': '平方米' }),
  areaDue: decimal('应有面积', { 'x-unit': '平方米' }),
  fundDue: decimal('应拨经费', { 'x-unit': '元' }),
  fundPaid: decimal('实拨经费', { 'x-unit': '元' }),
  change: { type: 'integer', title: '人员增减' },
  venue: { title: '场所', $ref: 'list:venues' },
  tools: { type: 'array', title: '已有物品', uniqueItems: true, items: { $ref: 'list:tools' } },
  counters: {
    type: 'array',
    title: '柜台',
    items: {
      type: 'object',
      properties: {
        service: { title: '业务', $ref: 'list:services' },
        clerks: { type: 'integer', title: '人数', minimum: 0, 'x-unit': '人' },
        signed: { type: 'boolean', title: '挂牌' },
      },
      required: ['service', 'clerks', 'signed'],
      additionalProperties: false,
    },
  },
  docked: { type: 'number', title: '酌情扣分', minimum: 0, maximum: 3, multipleOf: 0.5, 'x-unit': '分' },
};
/** Asked only where there is a hall. */
const inHall = {
  seats: number('座位数', { 'x-unit': '个' }),
  chairs: number('椅子数'),
  racks: { type: 'array', title: '架子', uniqueItems: true, items: { $ref: 'list:tools' } },
};
const because = { why: { type: 'string', title: '扣分理由', minLength: 1 } };

const asked = (test: object, then: Record<string, unknown>) => ({
  if: { properties: test, required: Object.keys(test) },
  then: { properties: then, required: Object.keys(then) },
});

const form = {
  id: 'sheet',
  title: text('表', 'Sheet'),
  steps: [
    { id: 'only', title: text('一', 'One'), questions: [...Object.keys(properties), ...Object.keys(inHall), 'why'] },
  ],
  schema: {
    type: 'object',
    properties,
    required: Object.keys(properties),
    allOf: [asked({ venue: { const: 'hall' } }, inHall), asked({ docked: { exclusiveMinimum: 0 } }, because)],
  },
  texts: Object.fromEntries(
    Object.entries({
      open: ['Is it open?'],
      staff: ['Staff', 'people'],
      staffDue: ['Staff due', 'people'],
      complaints: ['Complaints'],
      area: ['Hall area', 'm²'],
      areaDue: ['Area due', 'm²'],
      fundDue: ['Funds due', 'yuan'],
      fundPaid: ['Funds paid', 'yuan'],
      change: ['Change of staff'],
      venue: ['Venue'],
      tools: ['Tools there'],
      counters: ['Counters'],
      'counters.service': ['Service'],
      'counters.clerks': ['Clerks', 'people'],
      'counters.signed': ['Signed'],
      docked: ['Points docked', 'points'],
      seats: ['Seats'],
      chairs: ['Chairs'],
      racks: ['Racks'],
      why: ['Reason'],
    }).map(([id, [title, unit]]) => [id, { en: { title, ...(unit ? { unit } : {}) } }]),
  ),
};

const rows = (...all: [string, string, string, object?][]) =>
  all.map(([id, zh, en, more]) => ({ id, title: text(zh, en), ...more }));

const lists = {
  lists: [
    {
      id: 'venues',
      title: text('场所', 'Venues'),
      rows: rows(['hall', '大厅', 'Hall'], ['window', '窗口', 'Window'], ['none', '都没有', 'Neither']),
    },
    {
      id: 'tools',
      title: text('物品', 'Tools'),
      rows: rows(
        ['desk', '桌子', 'Desk'],
        ['lamp', '灯', 'Lamp'],
        ['fan', '风扇', 'Fan', { required: false }],
        ['pen', '笔', 'Pen'],
      ),
    },
    {
      id: 'services',
      title: text('业务', 'Services'),
      rows: rows(['aid', '救助', 'Aid'], ['labour', '劳动', 'Labour']),
    },
  ],
};

export const lineOf = (points: number, more: Partial<LineDeclaration> = {}): LineDeclaration => ({
  id: 'roomLine',
  title: text('房间', 'Room'),
  points,
  clause: '一·1',
  standard: text('房间齐全', 'A complete room'),
  starts: 'full',
  rules: [] as Rule[],
  ...more,
});

/** The documents with these lines; the first is worth what is left of 100 points. */
export function methodDocuments(
  lines: readonly LineDeclaration[] = [lineOf(10)],
  facts: readonly object[] = [],
): Documents {
  const points = lines.reduce((sum, line) => sum + line.points, 0);
  const clause = '一';
  const title = text('房间', 'Rooms');
  return {
    [`${rules}/edition.json`]: {
      id: methodsId,
      title: text('大厅', 'Hall'),
      authority: text('镇', 'Town'),
      kind: 'standard',
      year: 2021,
      effectiveFrom: '2021-01-01',
      source: { title: text('通知', 'Notice'), number: '1', date: '2021-01-01' },
      forms: ['sheet'],
      categories: ['rooms'],
      points,
      bands: [{ id: 'all', title: text('全部', 'All'), from: 0, upTo: points }],
    },
    [`${rules}/lists.json`]: lists,
    [`${rules}/outline.json`]: { clauses: [{ id: '一·1', summary: text('房间', 'Rooms') }] },
    [`forms/${methodsId}/sheet.json`]: form,
    ...(facts.length > 0 ? { [factsPath]: { facts } } : {}),
    [categoryPath]: { id: 'rooms', title, points, clause, indicators: [{ id: 'room', title, points, clause, lines }] },
  };
}

/** The documents parsed; fails loudly on any issue. */
export function editionFrom(documents: Documents): Edition {
  const result = editionFromDocuments(methodsId, documents);
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 1));
  return result.edition;
}
