/** Owns which facts an event may take its amounts, days and papers from. */
import type { Rule, RuleEvent } from '@yimen/config';
import { typeEvent } from '@yimen/engine/editing';
import { type FactDictionary, operandAt, typedFacts } from '../fact-dictionary';
import type { Accepts } from '../fact-options';

type Parameter = 'each' | 'share' | 'dueInWorkingDays' | 'papers';

const eventWith = (params: object): RuleEvent => ({ type: 'deduct', params }) as RuleEvent;

/** What is wrong with the facts that an event takes something from. */
export const eventFaults = (event: RuleEvent, dictionary: FactDictionary) =>
  typeEvent({ event } as Rule, typedFacts(dictionary), '', '').map(({ message }) => message);

/** Says of a fact whether the type rules let a parameter be taken from it. */
export function acceptedFor(parameter: Parameter, dictionary: FactDictionary): Accepts {
  const facts = typedFacts(dictionary);
  return (reference) => {
    if (!operandAt(reference, dictionary)) return false;
    const rule = { event: eventWith({ [parameter]: reference }) } as Rule;
    return typeEvent(rule, facts, '', '').length === 0;
  };
}
