import { describe, expect, it } from '@jest/globals';
import type { Choice, Column, Condition, FactType } from '@yimen/config';
import { booleanType, numberType, textType } from '../formula/type.js';
import { conditionSentence } from './condition-sentence.js';
import type { Dictionary, FactEntry } from './dictionary.js';
import { noUnit } from './words.js';

const choice = (id: string, zh: string, en: string): Choice => ({ id, title: { zh, en }, required: true });
const tools = [choice('computer', '电脑', 'Computer'), choice('printer', '打印机', 'Printer')];
const column = (id: string, zh: string, en: string, type: FactType): Column => ({
  ...{ id, title: { zh, en }, type },
  required: true,
});
const columns = new Map([
  ['staff', column('staff', '人数', 'Staff', numberType(true))],
  ['limit', column('limit', '期限', 'Limit', numberType(true))],
]);

const entry = (id: string, zh: string, en: string, type?: FactType, unit = noUnit): [string, FactEntry] => [
  id,
  {
    id,
    origin: 'form',
    title: { zh, en },
    blank: false,
    personal: false,
    unit,
    askedWhen: [],
    ...(type ? { type } : {}),
  },
];

const dictionary: Dictionary = {
  facts: new Map([
    entry('team', '县区专门班子', 'County team', booleanType),
    entry('built', '建成数', 'Built', numberType(true), { zh: '个', en: '' }),
    entry('planned', '任务数', 'Planned', numberType(true), { zh: '个', en: '' }),
    entry('area', '面积', 'Area', numberType(), { zh: '平方米', en: 'm²' }),
    entry('name', '姓名', 'Name', textType),
    entry('home', '居住地', 'Home', { kind: 'text', areas: ['county'] }),
    entry('tool', '物品', 'Tool', { kind: 'choice', choices: tools }),
    entry('tools', '已有物品', 'Tools there', { kind: 'checklist', choices: tools }),
    entry('windows', '窗口', 'Counters', { kind: 'rows', columns }),
    entry('service', '事项', 'Service', { kind: 'record', columns, list: 'services' }),
    entry('broken', '写错的量', 'Broken'),
  ]),
  conditions: new Map([['ours', { zh: '属于本平台职责', en: 'Within the remit' }]]),
  lists: new Map(),
  areas: new Map([['hill', { zh: '市 / 山区', en: 'City / Hill' }]]),
  columnUnits: new Map([['windows.staff', { zh: '人', en: 'people' }]]),
};

const is = (fact: string, operator: string, value: unknown, path?: string): Condition =>
  ({ fact, operator, value, ...(path === undefined ? {} : { path }) }) as Condition;

describe('a condition in words', () => {
  it.each<[Condition, string, string]>([
    [is('team', 'equal', false), '“县区专门班子”为“否”', '"County team" is "no"'],
    [is('team', 'notEqual', true), '“县区专门班子”不为“是”', '"County team" is not "yes"'],
    [is('built', 'equal', 0), '“建成数”等于0个', '"Built" equals 0'],
    [is('built', 'lessThan', { fact: 'planned' }), '“建成数”小于“任务数”', '"Built" is less than "Planned"'],
    [is('area', 'greaterThanInclusive', 99.5), '“面积”不小于99.5平方米', '"Area" is at least 99.5 m²'],
    [is('area', 'greaterThan', 0.00001), '“面积”大于0.00001平方米', '"Area" is greater than 0.00001 m²'],
    [is('area', 'lessThan', 0.1 + 0.2), '“面积”小于0.3平方米', '"Area" is less than 0.3 m²'],
    [is('area', 'in', [1, 2]), '“面积”属于1平方米、2平方米', '"Area" is one of 1 m², 2 m²'],
    [is('name', 'equal', '张三'), '“姓名”为“张三”', '"Name" is "张三"'],
    [
      is('home', 'in', ['hill', 'gone']),
      '“居住地”属于“市 / 山区”、某个区域',
      '"Home" is one of "City / Hill", a certain area',
    ],
    [is('tool', 'equal', 'computer'), '“物品”为“电脑”', '"Tool" is "Computer"'],
    [
      is('tool', 'notIn', ['computer', 'printer']),
      '“物品”不属于“电脑”、“打印机”',
      '"Tool" is none of "Computer", "Printer"',
    ],
    [is('tool', 'in', { fact: 'tools' }), '“物品”属于“已有物品”', '"Tool" is one of "Tools there"'],
    [is('tools', 'doesNotContain', 'printer'), '“已有物品”不包含“打印机”', '"Tools there" does not contain "Printer"'],
    [
      is('windows', 'lessThan', 2, '0.staff'),
      '“窗口”第1行的“人数”小于2人',
      '"Staff" in row 1 of "Counters" is less than 2 people',
    ],
    [is('service', 'greaterThan', 5, 'limit'), '“事项”的“期限”大于5', '"Limit" of "Service" is greater than 5'],
    [is('broken', 'equal', true), '“写错的量”为“是”', '"Broken" is "yes"'],
    [is('gone', 'lessThan', 3), '“gone”小于3', '"gone" is less than 3'],
    [{ condition: 'ours' }, '符合“属于本平台职责”', '"Within the remit" holds'],
    [{ not: { condition: 'ours' } }, '不符合“属于本平台职责”', '"Within the remit" does not hold'],
    [{ not: is('tool', 'equal', 'printer') }, '“物品”不为“打印机”', '"Tool" is not "Printer"'],
    [{ not: is('area', 'lessThan', 5) }, '不满足（“面积”小于5平方米）', 'not ("Area" is less than 5 m²)'],
    [{ not: { not: is('team', 'equal', true) } }, '“县区专门班子”为“是”', '"County team" is "yes"'],
  ])('%j', (condition, zh, en) => {
    expect(conditionSentence(condition, dictionary)).toEqual({ zh, en });
  });

  const closed = is('team', 'equal', false);
  const small = is('area', 'lessThan', 5);
  const few = is('built', 'lessThan', 2);

  it.each<[Condition, string, string]>([
    [
      { all: [closed, small, few] },
      '“县区专门班子”为“否”，且“面积”小于5平方米，且“建成数”小于2个',
      '"County team" is "no" and "Area" is less than 5 m² and "Built" is less than 2',
    ],
    [
      { all: [closed, { any: [small, { all: [few] }] }] },
      '“县区专门班子”为“否”，且（“面积”小于5平方米，或“建成数”小于2个）',
      '"County team" is "no" and ("Area" is less than 5 m² or "Built" is less than 2)',
    ],
    [
      { any: [{ all: [closed, { all: [small] }] }, { not: { any: [few, closed] } }] },
      '（“县区专门班子”为“否”，且“面积”小于5平方米），或不满足（“建成数”小于2个，或“县区专门班子”为“否”）',
      '("County team" is "no" and "Area" is less than 5 m²) or not ("Built" is less than 2 or "County team" is "no")',
    ],
    [{ any: [{ all: [{ not: { all: [closed] } }] }] }, '不满足（“县区专门班子”为“否”）', 'not ("County team" is "no")'],
  ])('in groups: %j', (condition, zh, en) => {
    expect(conditionSentence(condition, dictionary)).toEqual({ zh, en });
  });

  it('says where something is still to be written', () => {
    const unfinished = { zh: '（条件还没有写完）', en: '(a condition that is not finished)' };
    for (const odd of [
      null,
      3,
      {},
      { all: [] },
      { any: 4 },
      { not: undefined },
      { fact: 'area' },
      { fact: 7, operator: 'equal', value: 1 },
    ])
      expect(conditionSentence(odd as unknown as Condition, dictionary)).toEqual(unfinished);
    expect(conditionSentence({ all: [closed, {} as Condition] }, dictionary).zh).toBe(
      '“县区专门班子”为“否”，且（条件还没有写完）',
    );
  });
});
