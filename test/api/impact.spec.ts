/** The impact of a draft of a standard over HTTP, against a naive computation of every stored sheet. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Facts, readFacts } from '@yimen/config';
import type { StandardOutcome } from '@yimen/engine';
import {
  cellsOf,
  counted,
  DRAFTS,
  evaluatorOf,
  impactOf,
  impactSetting,
  type Setting,
  unitsOf,
} from './impact-setting.js';
import { standard } from './submission-input.js';

const SHEETS = 300;

let setting: Setting;
let run: any;
let expected: Map<string, ReturnType<typeof naive>>;
beforeAll(async () => {
  setting = await impactSetting(SHEETS);
  run = await impactOf(setting.widely, setting.draft.id, { edition: standard.id });
  expected = new Map([...setting.sheets].map(([id, { facts }]) => [id, naive(facts)]));
});
afterAll(() => setting.stop());

/** What both editions make of a sheet, by their public evaluation; the new question is answered both ways. */
function naive(facts: Record<string, any>) {
  const unit = { ...facts.unit, equipment: facts.unit.equipment.filter((id: string) => id !== 'cabinet') };
  delete unit.wallRulesDeduction;
  delete unit.wallRulesReason;
  const answers = (parking: boolean): Facts => readFacts(setting.next, { ...facts, unit: { ...unit, parking } }).facts;
  const evaluated = (parking: boolean) => evaluatorOf(setting.next).evaluate(answers(parking)) as StandardOutcome;
  const [low, high] = [evaluated(false), evaluated(true)];
  const before = evaluatorOf(standard).evaluate(readFacts(standard, facts).facts) as StandardOutcome;
  const moved = Object.keys(before.lines).flatMap((id) => {
    const points = (low.lines[id]?.score ?? 0) - (before.lines[id]?.score ?? 0);
    return points === 0 ? [] : [{ id, points }];
  });
  return { before, low, high, grade: low.grade === high.grade ? low.grade : null, moved };
}

const all = () => [...expected.values()];

describe('The impact of a draft is what evaluating every stored sheet by both editions gives:', () => {
  it('who is judged otherwise', () => {
    const request = { edition: standard.id };
    expect(run).toMatchObject({ state: 'done', version: 2, done: SHEETS, total: SHEETS, request });
    expect([run.result.units, run.result.skipped, run.result.changed]).toEqual([SHEETS, 0, SHEETS]);
  });

  it('from which grade to which, open where the new question decides', () => {
    const grades = setting.next.standard?.bands.map(({ id, title }) => ({ id, title }));
    expect(run.result.results).toEqual(grades);
    expect(cellsOf(run.result.matrix)).toEqual(counted(all().map(({ before, grade }) => [before.grade, grade])));
  });

  it('how the totals lie, open ones at their middle', () => {
    const totals = {
      before: all().map(({ before }) => before.total as number),
      after: all().map(({ low, high }) => ((low.total as number) + (high.total as number)) / 2),
    };
    for (const side of ['before', 'after'] as const) {
      const bins = counted(totals[side].map((total) => Math.min(19, Math.floor(total / 5))));
      const twenty = Array.from({ length: 20 }, (_, index) => bins.get(String(index)) ?? 0);
      expect(run.result.histogram.map((each: any) => each[side])).toEqual(twenty);
    }
  });

  it('by which lines, retired and new ones among them', () => {
    const moved = all().flatMap((each) => each.moved);
    const lines = new Map<string, any>(run.result.lines.map((line: any) => [line.id, line]));
    const ids = new Set(moved.map(({ id }) => id));
    expect([...lines.keys()].sort()).toEqual([...new Set(['parking', ...ids])].sort());
    expect(lines.get('parking')).toMatchObject({ units: 0, points: 0, open: SHEETS });
    expect(lines.get('wallRules')).toMatchObject({ title: { zh: '制度上墙' }, open: 0 });
    for (const id of ids) {
      const own = moved.filter((each) => each.id === id);
      expect([id, lines.get(id).units]).toEqual([id, own.length]);
      expect(lines.get(id).points).toBeCloseTo(own.reduce((sum, { points }) => sum + points, 0) / SHEETS, 9);
    }
  });
});

describe('Every unit', () => {
  let units: any[];
  beforeAll(async () => {
    units = await unitsOf(setting.widely, setting.draft.id);
  });

  it('is named with its before and after', () => {
    expect(units.map(({ submission }) => submission)).toEqual([...setting.sheets.keys()]);
    for (const unit of units) {
      const { before, low, high, grade, moved } = expected.get(unit.submission) as ReturnType<typeof naive>;
      expect(unit).toMatchObject({
        area: setting.sheets.get(unit.submission)?.area,
        heading: [{ zh: expect.any(String) }],
        before: { low: before.total, high: before.total, result: before.grade },
        after: { low: low.total, high: high.total, result: grade },
      });
      expect([...unit.lines].sort()).toEqual(['parking', ...moved.map(({ id }) => id)].sort());
    }
  });

  it('is found by its results and its lines', async () => {
    const found = (query: string) => unitsOf(setting.widely, setting.draft.id, query);
    const [{ before, after }] = units;
    const same = units.filter((unit) => unit.before.result === before.result && unit.after.result === after.result);
    expect(await found(`&before=${before.result}&after=${after.result ?? 'open'}`)).toEqual(same);
    expect(await found('&after=open')).toEqual(units.filter((unit) => unit.after.result === null));
    expect(await found('&line=equipment')).toEqual(units.filter(({ lines }) => lines.includes('equipment')));
    for (const none of ['&line=nothing', '&before=nothing', '&before=open']) expect(await found(none)).toEqual([]);
  });

  it('is told with its trace then and by the draft', async () => {
    const { reviewer, draft, next, sheets } = setting;
    const [id = '', { facts } = { facts: {} }] = [...sheets][0] ?? [];
    const { body } = await reviewer.get(`${DRAFTS}/${draft.id}/impact/units/${id}?lang=en`).expect(200);
    expect(body).toMatchObject({
      submission: id,
      facts,
      before: { edition: standard.id, hash: standard.hash },
      after: { edition: next.id, outcome: { status: 'incomplete', total: null } },
    });
    expect(body.before.outcome).toEqual(evaluatorOf(standard).trace(readFacts(standard, facts).facts, { lang: 'en' }));
    expect(body.after.outcome.trace.rules.map(({ rule }: any) => rule)).toContain('parking-there');
    await reviewer.get(`${DRAFTS}/${draft.id}/impact/units/nothing`).expect(404);
  });
});
