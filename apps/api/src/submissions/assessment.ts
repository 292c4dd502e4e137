/** Owns turning a request into what is stored: evaluated under one version, complete, with its due date. */
import { randomUUID } from 'node:crypto';
import { type Language, readFacts } from '@yimen/config';
import type { FactsDocument, Outcome } from '@yimen/contracts';
import { evaluateInput } from '@yimen/engine';
import type { OpenedEdition } from '../editions/edition-version.js';
import { dueOnWhereKnown } from '../evaluation/due-date.js';
import { accepted } from '../evaluation/evaluation.service.js';
import { Refusal } from '../refusal.js';
import { missingAnswers } from './completeness.js';
import type { Submission } from './submission.js';

/** Where and when facts are stored. */
export interface Occasion {
  readonly area: string | null;
  readonly acceptedOn: string;
  readonly now: Date;
}

/** The submission to store; facts that are invalid or incomplete are refused with located issues. */
export function assess(opened: OpenedEdition, facts: FactsDocument, { area, acceptedOn, now }: Occasion): Submission {
  const { edition, hash } = opened;
  const judged = judge(opened, facts, acceptedOn);
  const submittedAt = now.toISOString();
  const pinned = { edition: edition.id, hash, kind: edition.kind };
  return { id: randomUUID(), ...pinned, facts, area, acceptedOn, submittedAt, version: 1, ...judged };
}

/** What complete facts come to under a version. */
export function judge(
  opened: OpenedEdition,
  facts: FactsDocument,
  acceptedOn: string,
): Pick<Submission, 'outcome' | 'dueOn'> {
  const { edition, program } = opened;
  const outcome = outcomeOf(opened, facts);
  const missing = missingAnswers(program, readFacts(edition, facts).facts);
  const located = new Set(missing.map(({ pointer }) => pointer));
  const needed = outcome.issues.filter(({ pointer }) => !located.has(pointer));
  if (outcome.status !== 'complete' || missing.length > 0) throw incomplete([...missing, ...needed]);
  return { outcome, dueOn: dueOnWhereKnown(outcome, edition.calendar, acceptedOn) };
}

/** The outcome of stored or sent facts under a version, its reasons in a language; invalid facts are refused. */
export function outcomeOf({ edition, evaluator }: OpenedEdition, facts: FactsDocument, lang: Language = 'zh'): Outcome {
  const { id: _, ...outcome } = accepted(evaluateInput(edition, evaluator, facts, { lang }));
  return outcome;
}

const incomplete = (issues: Outcome['issues']): Refusal =>
  new Refusal(
    'unacceptable',
    'incomplete-facts',
    { zh: '还有必答问题没有回答，没有保存', en: 'Questions that must be answered are not; nothing was stored' },
    issues,
  );
