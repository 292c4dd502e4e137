import { describe, expect, it } from '@jest/globals';
import type { RuleEvent } from '@yimen/config';
import fc from 'fast-check';
import { draftOf, type EventDraft, eventOf } from './event-draft';

const reference = fc.record(
  { fact: fc.constantFrom('limit', 'lacking-papers'), path: fc.constantFrom('days', '0.staff') },
  { requiredKeys: ['fact'] },
);
const points = fc.double({ min: 0.01, max: 100, noNaN: true });
const amount = fc.oneof(
  fc.record({ points, each: reference, cap: points }, { requiredKeys: ['points'] }),
  fc.record({ share: reference, cap: points }, { requiredKeys: ['share'] }),
);
const due = fc.oneof(fc.nat(1000), reference);
const papers = fc.oneof(fc.array(fc.constantFrom('card', 'Q1'), { minLength: 1 }), reference);

/** Every event that the language allows. */
const event = fc.oneof(
  fc.record({ type: fc.constantFrom('award', 'deduct'), params: amount }),
  fc.record({ type: fc.constantFrom('refuse', 'handle', 'raise') }),
  fc.record({ type: fc.constantFrom('report', 'transfer'), params: fc.record({ dueInWorkingDays: due }) }),
  fc.record({ type: fc.constant('require'), params: fc.record({ papers }) }),
) as fc.Arbitrary<RuleEvent>;

describe('An event that is edited', () => {
  it('comes back to the letter', () => {
    fc.assert(fc.property(event, (original) => expect(eventOf(draftOf(original))).toEqual(original)));
  });

  const draft = (change: Partial<EventDraft>): EventDraft => ({ ...draftOf({ type: 'handle' }), ...change });
  it.each<[string, Partial<EventDraft>]>([
    ['no points', { type: 'deduct' }],
    ['nothing to count', { type: 'deduct', amount: 'each', points: 1 }],
    ['no share', { type: 'award', amount: 'share' }],
    ['no days', { type: 'report', due: 'days' }],
    ['no fact for the days', { type: 'report', due: 'fact' }],
    ['no papers', { type: 'require' }],
    ['no column', { type: 'require', papers: 'fact', papersFact: 'services.' }],
    ['no kind', { type: '' }],
  ])('is no event yet: %s', (_, change) => {
    expect(eventOf(draft(change))).toBeUndefined();
  });

  it('drops parameters without days', () => {
    expect(eventOf(draft({ type: 'report', days: 3 }))).toEqual({ type: 'report' });
  });
});
