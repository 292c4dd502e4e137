/** Owns judging a stored application by the draft of a desk: where it goes, by when, with which papers, and by which rule. */
import type { DeskOutcome } from '@yimen/contracts';
import type { OpenedEdition } from '../editions/edition-version.js';
import type { Cause, Judge } from './judged.js';
import { parsedJson } from './parsed-json.js';

/** A judge of stored applications, of whatever version. */
export function deskJudge({ evaluator, program }: OpenedEdition): Judge {
  const rules = new Set(program.desk?.rules.map(({ rule }) => rule.id));
  return (facts, json) => {
    const stored = parsedJson(json);
    if (!isDesk(stored)) return undefined;
    const outcome = evaluator.evaluate(facts) as DeskOutcome;
    const changed = outcome.status !== 'complete' || !same(stored, outcome);
    return {
      before: { low: null, high: null, result: stored.disposition },
      after: { low: null, high: null, result: outcome.disposition },
      causes: changed ? causesOf(stored, outcome, rules) : [],
      changed,
    };
  };
}

const same = (before: DeskOutcome, after: DeskOutcome): boolean =>
  before.disposition === after.disposition &&
  before.department === after.department &&
  before.dueInWorkingDays === after.dueInWorkingDays &&
  before.missing.length === after.missing.length &&
  before.missing.every((paper, index) => paper === after.missing[index]);

/**
 * The rule that decides now, with the one that did where it is gone; where the same rule decides, the rules whose papers
 * differ, or that rule. While answers are missing, the rule that decided then.
 */
function causesOf(before: DeskOutcome, after: DeskOutcome, rules: ReadonlySet<string>): Cause[] {
  if (after.status !== 'complete') return causes([before.rule], true);
  if (before.rule !== after.rule)
    return causes([after.rule, before.rule !== null && rules.has(before.rule) ? null : before.rule]);
  const differing = difference(reasoned(before), reasoned(after));
  return causes(differing.length > 0 ? differing : [after.rule]);
}

const causes = (rules: readonly (string | null)[], open = false): Cause[] =>
  rules.flatMap((id) => (id === null ? [] : [{ id, points: 0, open }]));

const reasoned = ({ reasons }: DeskOutcome): ReadonlySet<string> => new Set(reasons.map(({ rule }) => rule));

const difference = (one: ReadonlySet<string>, other: ReadonlySet<string>): string[] => [
  ...[...one].filter((id) => !other.has(id)),
  ...[...other].filter((id) => !one.has(id)),
];

const isDesk = (outcome: unknown): outcome is DeskOutcome =>
  typeof outcome === 'object' &&
  outcome !== null &&
  'disposition' in outcome &&
  'missing' in outcome &&
  Array.isArray(outcome.missing) &&
  'reasons' in outcome &&
  Array.isArray(outcome.reasons);
