import { describe, expect, it } from '@jest/globals';
import { editionFromDocuments, itemsOf, rollOverProgress } from '@yimen/config';
import { editionIn } from '../../../../../test/support/shipped.js';
import { restored } from './restoration';
import { retired } from './retirement';

const id = 'yongzhou/acceptance/2014';
const { documents } = editionIn(id);

const factIds = (of: typeof documents): string[] =>
  Object.values(of).flatMap((value) =>
    ((value as { facts?: readonly { readonly id: string }[] }).facts ?? []).map((fact) => fact.id),
  );

/** The documents without an item; fails loudly where it cannot go. */
function without(key: string, of = documents) {
  const plan = retired(of, id, key);
  if (!plan.ok) throw new Error(JSON.stringify(plan));
  return plan;
}

const isReadable = (of: typeof documents): boolean => editionFromDocuments(id, of).ok;

describe('Taking something out of an edition', () => {
  it('takes a line with its rules and the formulas that only it used, and says which questions are idle then', () => {
    const plan = without('line:jointMeetings');
    expect(plan.formulas.map(({ zh }) => zh)).toHaveLength(2);
    expect(
      factIds(documents)
        .filter((fact) => !factIds(plan.documents).includes(fact))
        .sort(),
    ).toEqual(['countyQuartersMissing', 'townshipQuartersMissing']);
    expect(plan.idle.map(({ zh }) => zh)).toContain('乡镇（街道）召开过联席会议的季度');
    expect(isReadable(plan.documents)).toBe(true);
  });

  it('takes an indicator along with its last line, and a category with its last indicator', () => {
    expect(without('line:operation').item.key).toBe('indicator:operation');
    const category = itemsOf(documents).find(({ key }) => key === 'category:mechanism');
    const rest = ['indicator:joint-meetings', 'indicator:procedure'].reduce(
      (all, key) => without(key, all).documents,
      documents,
    );
    const last = without('line:operation', rest);
    expect(last.item.key).toBe('category:mechanism');
    expect(last.documents[category?.document ?? '']).toBeUndefined();
    expect(isReadable(last.documents)).toBe(true);
  });

  it('keeps a list that questions use, and says which', () => {
    const plan = retired(documents, id, 'list:equipment');
    expect(plan.ok ? [] : plan.users.map(({ zh }) => zh)).toEqual(['已配备的办公设施']);
  });

  it.each(
    itemsOf(documents)
      .filter(({ kind }) => kind !== 'list')
      .map(({ key }) => key),
  )('is undone by bringing back what went: %s', (key) => {
    const plan = without(key);
    const back = restored(documents, plan.documents, id, plan.item.key);
    expect(back).toEqual(documents);
    expect(rollOverProgress(documents, back, []).items.every(({ state }) => state === 'unconfirmed')).toBe(true);
  });
});
