import { describe, expect, it } from '@jest/globals';
import type { Condition } from '@yimen/config';
import {
  contextOf,
  describeLine,
  initialParams,
  type LineDeclaration,
  type MethodId,
  type MethodParams,
  methods,
  problemsOf,
  sentenceOf,
  type WrittenItem,
  writeItem,
} from '@yimen/engine/editing';
import { editionFrom, lineOf, methodDocuments } from './method-edition.js';

const documents = methodDocuments();
const edition = editionFrom(documents);
const contextAt = (line: LineDeclaration) => contextOf(documents, edition, line);

const closed: Condition = { all: [{ fact: 'open', operator: 'equal', value: false }] };

type Said = readonly [MethodId, MethodParams, string, string];

const sentences: readonly Said[] = [
  ['pass-or-nothing', { fact: 'open' }, '“是否开门”为“否”时，不得分', 'When "Is it open?" is "no": no points'],
  [
    'full-unless',
    { condition: { all: [{ fact: 'area', operator: 'lessThan', value: 60 }] } },
    '“大厅面积”小于60平方米时，不得分',
    'When "Hall area" is less than 60 m²: no points',
  ],
  [
    'minus-when',
    { condition: closed, points: 2.5 },
    '“是否开门”为“否”时，扣2.5分',
    'When "Is it open?" is "no": 2.5 points off',
  ],
  [
    'per-missing',
    { checklist: 'tools', points: 1 },
    '“已有物品”必需的3项中，每缺一项扣1分，最多扣3分',
    '1 point off for each of the 3 required items missing from "Tools there", at most 3 points off',
  ],
  [
    'per-missing',
    { checklist: 'racks', points: 4, when: closed },
    '“是否开门”为“否”时，“架子”必需的3项中，每缺一项扣4分，扣完10分为止；没有问到时不扣',
    'When "Is it open?" is "no": 4 points off for each of the 3 required items missing from "Racks", until the 10 points are used up; nothing off where it is not asked',
  ],
  [
    'per-short',
    { had: { fact: 'staff' }, required: { fact: 'staffDue' }, points: 2, cap: 6 },
    '“工作人员数”应不少于“应配人员数”，每少1人扣2分，最多扣6分',
    '"Staff" must be at least "Staff due"; 2 points off for each one short, at most 6 points off',
  ],
  [
    'per-short',
    { had: { count: 'counters', where: { column: 'service', is: 'aid' } }, required: 2, points: 1 },
    '“柜台”中“业务”为“救助”的数量应不少于2个，每少1个扣1分，最多扣2分',
    'The number of "Counters" with "Service" "Aid" must be at least 2; 1 point off for each one short, at most 2 points off',
  ],
  [
    'per-short',
    { had: { fact: 'area' }, required: 100, points: 0.5 },
    '“大厅面积”应不少于100平方米，每少1平方米扣0.5分（不足1平方米的按比例），扣完10分为止',
    '"Hall area" must be at least 100 m²; 0.5 points off for each one short (parts of one in proportion), until the 10 points are used up',
  ],
  [
    'per-short',
    { had: { each: 'counters', column: 'clerks' }, required: 2, points: 1 },
    '“柜台”每一行的“人数”应不少于2人，每少1人扣1分，扣完10分为止',
    '"Clerks" in every row of "Counters" must be at least 2 people; 1 point off for each one short, until the 10 points are used up',
  ],
  [
    'per-short',
    { had: { sum: 'counters', column: 'clerks' }, required: 4, points: 1 },
    '“柜台”各行“人数”之和应不少于4人，每少1人扣1分，最多扣4分',
    'The sum of "Clerks" in "Counters" must be at least 4 people; 1 point off for each one short, at most 4 points off',
  ],
  [
    'share',
    { had: { fact: 'staff' }, required: 4 },
    '“工作人员数”应不少于4人，不足时按缺少的比例扣分，全缺扣10分',
    '"Staff" must be at least 4 people; points are taken off in the share that is short, 10 points where there is none',
  ],
  [
    'share',
    { had: { fact: 'staff' }, required: { fact: 'staffDue' }, cap: 5 },
    '“工作人员数”应不少于“应配人员数”，不足时按缺少的比例扣分，全缺扣10分，最多扣5分；“应配人员数”为0时不扣',
    '"Staff" must be at least "Staff due"; points are taken off in the share that is short, 10 points where there is none, at most 5 points off; nothing off where "Staff due" is 0',
  ],
  [
    'per-percent',
    { due: 'fundDue', paid: 'fundPaid', points: 1 },
    '“实拨经费”比“应拨经费”每少1个百分点扣1分（不满1个百分点的部分不扣），扣完10分为止',
    '1 point off for each whole percentage point by which "Funds paid" is short of "Funds due", until the 10 points are used up',
  ],
  [
    'per-unit',
    { fact: 'complaints', points: 1 },
    '“投诉数”每1件扣1分，最多扣5分',
    '1 point off for each 1 of "Complaints", at most 5 points off',
  ],
  [
    'tiers',
    { fact: 'area', tiers: [{ points: 0 }, { from: 60, points: 5 }, { from: 100, points: 10 }] },
    '按“大厅面积”分档：不满60平方米得0分，满60平方米不满100平方米得5分，满100平方米得10分',
    'By "Hall area": under 60 m²: 0 points; 60 m² to under 100 m²: 5 points; 100 m² or more: 10 points',
  ],
  [
    'tiers',
    { fact: 'seats', boundary: 'upper', tiers: [{ points: 1 }, { from: 3, points: 2 }, { from: 6, points: 3 }] },
    '按“座位数”分档：不超过3个得1分，超过3个但不超过6个得2分，超过6个得3分；没有问到时得0分',
    'By "Seats": up to 3: 1 point; over 3 up to 6: 2 points; over 6: 3 points; 0 points where it is not asked',
  ],
  [
    'tiers',
    {
      fact: 'venue',
      tiers: [
        { choices: ['hall'], points: 10 },
        { choices: ['window'], points: 7 },
      ],
    },
    '按“场所”分档：“大厅”得10分，“窗口”得7分，“都没有”得0分',
    'By "Venue": "Hall": 10 points; "Window": 7 points; "Neither": 0 points',
  ],
  [
    'discretionary',
    { fact: 'docked', because: 'why' },
    '酌情扣分：扣“酌情扣分”所填的分数，并在“扣分理由”中写明理由，最多扣3分',
    'At discretion: the points entered in "Points docked" are taken off, and "Reason" says why, at most 3 points off',
  ],
];

describe('the sentence', () => {
  it.each(sentences)('of %s %j', (method, params, zh, en) => {
    const line = lineOf(10, { starts: method === 'tiers' ? 'zero' : 'full' });
    expect(sentenceOf({ method, params, rules: [] }, contextAt(line))).toEqual({ zh, en });
  });

  it('of a rule written by hand says the rule', () => {
    const rule = {
      id: 'odd',
      clause: '一·1',
      reason: { zh: '因' },
      conditions: { all: [{ fact: 'complaints', operator: 'greaterThan', value: 0 }] },
      event: { type: 'award', params: { points: 1, each: { fact: 'complaints' }, cap: 3 } },
    } as const;
    const context = contextAt(lineOf(10, { rules: [rule] }));
    expect(sentenceOf({ method: 'hand-written', params: {}, rules: [rule] }, context)).toEqual({
      zh: '“投诉数”每1件得1分，最多得3分',
      en: '1 point for each 1 of "Complaints", at most 3 points',
    });
  });

  it.each([...methods.keys()])('of %s waits until it is filled in', (method) => {
    const context = contextAt(lineOf(10));
    for (const params of [{}, initialParams(method), { condition: {}, had: 1, tiers: [null], fact: {}, reason: 1 }]) {
      expect(sentenceOf({ method, params, rules: [] }, context)).toEqual({
        zh: '（还没有填完）',
        en: '(not filled in yet)',
      });
      expect(problemsOf({ method, params }, context)).not.toEqual([]);
      expect(writeItem({ method, params }, context).ok).toBe(false);
    }
  });

  it('of a line begins with its points, then says when it applies', () => {
    const rules = written('minus-when', { condition: closed, points: 1 }).rules;
    const line = lineOf(10, { rules, appliesWhen: { all: [{ fact: 'venue', operator: 'equal', value: 'hall' }] } });
    expect(describeLine(line, contextAt(line))).toEqual([
      { zh: '满分10分', en: '10 points in full' },
      {
        zh: '只在“场所”为“大厅”时才评本项；不评时，本项分值不计入总分',
        en: 'Scored only when "Venue" is "Hall"; otherwise its points do not count',
      },
      { zh: '“是否开门”为“否”时，扣1分', en: 'When "Is it open?" is "no": 1 point off' },
    ]);
    const [start] = describeLine({ ...line, starts: 'zero' }, contextAt(line));
    expect(start).toEqual({ zh: '从0分起，最多得10分', en: 'Starts at 0, 10 points at most' });
  });
});

function written(method: MethodId, params: MethodParams): WrittenItem {
  const result = writeItem({ method, params }, contextAt(lineOf(10)));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

describe('the reason that is made', () => {
  it.each<[MethodId, MethodParams, string, string]>([
    ['pass-or-nothing', { fact: 'open', answer: false }, '“是否开门”为“否”', '"Is it open?" is "no"'],
    [
      'per-missing',
      { checklist: 'tools', points: 1 },
      '缺 {toolsMissing} 项：{MISSING_ITEMS(tools)}',
      '{toolsMissing} missing: {MISSING_ITEMS(tools)}',
    ],
    [
      'per-short',
      { had: { count: 'counters', where: { column: 'service', is: 'aid' } }, required: 2, points: 1 },
      '“柜台”中“业务”为“救助”的数量应不少于2个，少 {countersAidShort} 个',
      'The number of "Counters" with "Service" "Aid" must be at least 2: {countersAidShort} short',
    ],
    [
      'share',
      { had: { fact: 'staff' }, required: { fact: 'staffDue' } },
      '“工作人员数”应不少于“应配人员数” {staffDue} 人，实有 {staff} 人',
      '"Staff" must be at least "Staff due" ({staffDue}): {staff}',
    ],
    [
      'per-percent',
      { due: 'fundDue', paid: 'fundPaid', points: 1 },
      '“应拨经费”{fundDue}元，“实拨经费”{fundPaid}元，差 {fundPaidShortfall} 个百分点',
      '"Funds due" {fundDue} yuan, "Funds paid" {fundPaid} yuan: {fundPaidShortfall} percentage point(s) short',
    ],
    ['per-unit', { fact: 'complaints', points: 1 }, '“投诉数”{complaints}件', '"Complaints": {complaints}'],
    [
      'tiers',
      { fact: 'area', tiers: [{ points: 1 }, { from: 60, points: 0 }] },
      '“大厅面积”{area}平方米，得1分',
      '"Hall area" {area} m²: 1 point',
    ],
    [
      'tiers',
      { fact: 'venue', tiers: [{ choices: ['hall'], points: 2 }] },
      '“场所”为“{venue}”，得2分',
      '"Venue" "{venue}": 2 points',
    ],
    [
      'discretionary',
      { fact: 'docked', because: 'why' },
      '酌情扣 {docked} 分：{why}',
      '{docked} off at discretion: {why}',
    ],
  ])('of %s %j', (method, params, zh, en) => {
    expect(written(method, params).rules[0]?.reason).toEqual({ zh, en });
  });

  it('takes the braces of a title for words', () => {
    const odd = structuredClone(documents) as Record<string, any>;
    odd['forms/town/hall/2021/sheet.json'].schema.properties.open.title = '开门{open}';
    const context = contextOf(odd, editionFrom(odd), lineOf(10));
    const result = writeItem({ method: 'pass-or-nothing', params: { fact: 'open' } }, context);
    expect(result).toMatchObject({ ok: true, rules: [{ reason: { zh: '“开门（open）”为“否”' } }] });
  });
});
