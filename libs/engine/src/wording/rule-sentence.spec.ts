import { describe, expect, it } from '@jest/globals';
import type { Condition, FactType, RuleEvent } from '@yimen/config';
import { booleanType, numberType } from '../formula/type.js';
import type { Dictionary, FactEntry } from './dictionary.js';
import { type RulePlace, ruleSentence } from './rule-sentence.js';
import { noUnit } from './words.js';

const papers: FactType = {
  kind: 'checklist',
  choices: [
    { id: 'card', title: { zh: '身份证', en: 'ID card' }, required: true },
    { id: 'book', title: { zh: '户口本', en: 'Household book' }, required: true },
  ],
};
const entry = (id: string, zh: string, en: string, type: FactType, unit = noUnit): [string, FactEntry] => [
  id,
  { id, origin: 'form', title: { zh, en }, type, blank: false, personal: false, unit, askedWhen: [] },
];
const dictionary: Dictionary = {
  facts: new Map([
    entry('open', '是否开门', 'Is it open?', booleanType),
    entry('short', '缺员', 'Staff short', numberType(true), { zh: '人', en: '' }),
    entry('portion', '缺员比例', 'Share short', numberType()),
    entry('limit', '办理期限', 'Limit', numberType(true)),
    entry('handed', '已交材料', 'Papers handed in', papers),
  ]),
  conditions: new Map(),
  lists: new Map(),
  columnUnits: new Map(),
};

const closed: Condition = { all: [{ fact: 'open', operator: 'equal', value: false }] };
const anyShort: Condition = { all: [{ fact: 'short', operator: 'greaterThan', value: 0 }] };
const line: RulePlace = { points: 6 };
const desk: RulePlace = {
  dispositions: { report: { title: { zh: '受理并上报', en: 'Taken and reported' } } },
  handedIn: 'handed',
};

const said = (conditions: Condition, event: unknown, place: RulePlace) =>
  ruleSentence(
    { id: 'rule', clause: '一', reason: { zh: '因' }, conditions, event: event as RuleEvent },
    dictionary,
    place,
  );

describe('a rule in words', () => {
  it.each<[string, Condition, unknown, RulePlace, string, string]>([
    [
      'takes points',
      closed,
      { type: 'deduct', params: { points: 1 } },
      line,
      '“是否开门”为“否”时，扣1分',
      'When "Is it open?" is "no": 1 point off',
    ],
    [
      'gives points',
      closed,
      { type: 'award', params: { points: 2.5 } },
      line,
      '“是否开门”为“否”时，得2.5分',
      'When "Is it open?" is "no": 2.5 points',
    ],
    [
      'counts',
      closed,
      { type: 'deduct', params: { points: 2, each: { fact: 'short' }, cap: 4 } },
      line,
      '“是否开门”为“否”时，“缺员”每1人扣2分，最多扣4分',
      'When "Is it open?" is "no": 2 points off for each 1 of "Staff short", at most 4 points off',
    ],
    [
      'counts what there is',
      anyShort,
      { type: 'award', params: { points: 2, each: { fact: 'short' } } },
      line,
      '“缺员”每1人得2分',
      '2 points for each 1 of "Staff short"',
    ],
    [
      'takes a share of the line',
      closed,
      { type: 'deduct', params: { share: { fact: 'portion' } } },
      line,
      '“是否开门”为“否”时，按“缺员比例”的比例扣6分',
      'When "Is it open?" is "no": 6 points off, times "Share short"',
    ],
    [
      'disposes within days',
      closed,
      { type: 'report', params: { dueInWorkingDays: 10 } },
      desk,
      '“是否开门”为“否”时，受理并上报，在10个工作日内办结',
      'When "Is it open?" is "no": Taken and reported, due in 10 working days',
    ],
    [
      'disposes within as many days as a fact says',
      closed,
      { type: 'report', params: { dueInWorkingDays: { fact: 'limit' } } },
      desk,
      '“是否开门”为“否”时，受理并上报，在“办理期限”个工作日内办结',
      'When "Is it open?" is "no": Taken and reported, due in "Limit" working days',
    ],
    [
      'disposes today, by the catalogue where the desk has no title',
      closed,
      { type: 'handle', params: { dueInWorkingDays: 0 } },
      desk,
      '“是否开门”为“否”时，当场办理，当日办结',
      'When "Is it open?" is "no": handle today, due the same day',
    ],
    [
      'disposes without a limit',
      closed,
      { type: 'refuse' },
      desk,
      '“是否开门”为“否”时，不予受理',
      'When "Is it open?" is "no": refuse',
    ],
    [
      'requires papers',
      closed,
      { type: 'require', params: { papers: ['card', 'book'] } },
      desk,
      '“是否开门”为“否”时，需要交“身份证”、“户口本”',
      'When "Is it open?" is "no": required: "ID card", "Household book"',
    ],
    [
      'requires the papers of a fact',
      closed,
      { type: 'require', params: { papers: { fact: 'handed' } } },
      desk,
      '“是否开门”为“否”时，需要交“已交材料”所列的材料',
      'When "Is it open?" is "no": the papers of "Papers handed in" are required',
    ],
  ])('that %s', (_, conditions, event, place, zh, en) => {
    expect(said(conditions, event, place)).toEqual({ zh, en });
  });

  it('says when it is not finished', () => {
    for (const event of [
      undefined,
      null,
      {},
      { type: 'deduct' },
      { type: 'award', params: { share: 3 } },
      { type: 'require', params: {} },
    ])
      expect(said(closed, event, line).zh).toBe('（规则还没有写完）');
  });
});
