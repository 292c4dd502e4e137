/** The impact of a draft of a desk over HTTP, and that it shows no personal data. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFacts } from '@yimen/config';
import type { DeskOutcome } from '@yimen/engine';
import {
  begin,
  cellsOf,
  change,
  counted,
  DRAFTS,
  evaluatorOf,
  HERE,
  impactOf,
  impactSetting,
  opened,
  type Setting,
  unitsOf,
} from './impact-setting.js';
import { desk, requestsOf } from './submission-input.js';

let setting: Setting;
let draft: any;
const applications = new Map<string, Record<string, any>>();
beforeAll(async () => {
  setting = await impactSetting(0);
  const clerk = await setting.server.as('clerk', [{ role: 'clerk', area: HERE }]);
  for (const request of requestsOf(desk)) {
    const { status, body } = await clerk.post('/api/v1/submissions').send({ ...request, acceptedOn: '2014-09-26' });
    if (status === 201) applications.set(body.id, request.facts);
  }
  draft = await begin(setting.administrator, { kind: 'revision', edition: desk.id });
  const path = `rules/${desk.id}/desk.json`;
  const rules = structuredClone(draft.documents[path]);
  const handled = rules.rules.find(({ id }: any) => id === 'handle-today');
  handled.event = { type: 'report', params: { dueInWorkingDays: 3 } };
  await change(setting.administrator, draft, { [path]: rules });
});
afterAll(() => setting.stop());

describe('The impact of a draft of a desk', () => {
  it('is what evaluating every application by both versions gives', async () => {
    const { documents } = (await setting.administrator.get(`${DRAFTS}/${draft.id}`)).body;
    const edition = opened(desk.id, documents);
    const judged = [...applications.values()].map((facts) => {
      const [before, after] = [desk, edition].map(
        (each) => evaluatorOf(each).evaluate(readFacts(each, facts).facts) as DeskOutcome,
      );
      return { before: before?.disposition, after: after?.disposition };
    });
    const { result } = await impactOf(setting.administrator, draft.id, { edition: desk.id });
    expect(result).toMatchObject({ units: applications.size, skipped: 0, histogram: [] });
    expect(cellsOf(result.matrix)).toEqual(counted(judged.map(({ before, after }) => [before, after])));
    const changed = judged.filter(({ before, after }) => before !== after);
    expect(changed.length).toBeGreaterThan(0);
    expect(result.changed).toBe(changed.length);
    expect(result.lines).toMatchObject([{ id: 'handle-today', units: changed.length, points: 0, open: 0 }]);
    expect(result.lines[0].title.zh).not.toContain('{');
    const units = await unitsOf(setting.administrator, draft.id, '&before=handle');
    expect(units.map(({ after }) => after.result)).toEqual(changed.map(() => 'report'));
  });

  it('shows no personal data, neither in the answers nor in the traces', async () => {
    const personal = [...desk.facts.values()].filter((fact) => fact.personal);
    let told = 0;
    for (const [id, facts] of applications) {
      const { body, text } = await setting.reviewer.get(`${DRAFTS}/${draft.id}/impact/units/${id}`).expect(200);
      expect([body.before.outcome.status, body.after.outcome.status]).toEqual(['complete', 'complete']);
      for (const { form, id: question } of personal) {
        const answer = facts[form]?.[question];
        if (typeof answer !== 'string') continue;
        told += 1;
        expect(text).not.toContain(JSON.stringify(answer));
        expect(body.facts[form][question]).toContain('*');
      }
    }
    expect(told).toBeGreaterThan(10);
  });
});
