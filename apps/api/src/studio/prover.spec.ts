import { describe, expect, it } from '@jest/globals';
import { editionIn } from '../../../../test/support/shipped.js';
import { Prover } from './prover.service.js';

const desk = editionIn('yongzhou/intake/2014');

/** Another kind of answer than the edition takes for each of its questions. */
function answersOfOtherKinds(): Record<string, Record<string, unknown>> {
  const answers: Record<string, Record<string, unknown>> = {};
  for (const { id, form, type } of desk.facts.values()) {
    const other = type.kind === 'number' || type.kind === 'text' ? ['rows'] : 7;
    answers[form] = { ...answers[form], [id]: other };
  }
  return answers;
}

describe('The comparison before publication', () => {
  it('takes stored answers as far as the edition still asks for them', async () => {
    const stored = [answersOfOtherKinds(), { gone: { since: 'long ago' } }, 'nothing'] as never;
    const comparison = { samples: 1, seed: 1, stored };
    const documents = { ...desk.documents };
    const proof = await new Prover().compare(desk.id, documents, comparison, () => {}, new AbortController().signal);
    expect(proof.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(proof.compared).toBe(4);
  }, 60_000);

  it('does not begin where nobody waits for it any more', async () => {
    const comparison = { samples: 1, seed: 1, stored: [] };
    const given = new AbortController();
    given.abort(new Error('not wanted'));
    const proof = new Prover().compare(desk.id, { ...desk.documents }, comparison, () => {}, given.signal);
    await expect(proof).rejects.toThrow('not wanted');
  });
});
