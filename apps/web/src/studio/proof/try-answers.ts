/** Owns judging answers by a draft: what comes out, with every rule and condition, or what is wrong with them. */
import { type Edition, type Issue, readFacts } from '@yimen/config';
import type { Evaluator, Traced } from '@yimen/engine';
import { type Answers, factsOf, sendable } from '../../form/answers';
import type { Language } from '../../language';

export type Tried =
  | { readonly state: 'judged'; readonly outcome: Traced }
  | { readonly state: 'invalid'; readonly issues: readonly Issue[] };

/** What the draft makes of answers; `edition` checks them where it can be read. */
export function tryAnswers(
  edition: Edition | undefined,
  evaluator: Evaluator,
  answers: Answers,
  lang: Language,
): Tried {
  const given = sendable(answers);
  const read = edition && readFacts(edition, given);
  const issues = read?.issues.filter(({ severity }) => severity === 'error') ?? [];
  if (issues.length > 0) return { state: 'invalid', issues };
  return { state: 'judged', outcome: evaluator.trace(read?.facts ?? factsOf(given), { lang }) };
}

/** Anything as answers by form and question; what is none is left out. */
export function answersIn(value: unknown): Answers {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      ([key, each]) =>
        key !== 'id' && key !== 'expect' && typeof each === 'object' && each !== null && !Array.isArray(each),
    ),
  ) as Answers;
}
