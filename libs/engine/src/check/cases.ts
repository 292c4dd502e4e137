/** Owns the check that the edition's own cases give what they expect. */
import type { Issue } from '@yimen/config';
import { evaluateInput } from '../evaluate-input.js';
import { type Check, finding } from './subject.js';

export const checkCases: Check = ({ edition, evaluator }) =>
  edition.cases.flatMap((each): Issue[] => {
    const answer = evaluateInput(edition, evaluator, { id: each.id, ...each.facts }) as unknown as Record<
      string,
      unknown
    >;
    return differences(each.expect, answer).map(({ what, expected, got }) => {
      const [want, have] = [JSON.stringify(expected), JSON.stringify(got) ?? 'null'];
      const at = { document: each.document, pointer: `${each.pointer}/expect/${what}` };
      return finding(
        'error',
        'case-fails',
        at,
        `案例“${each.id}”应为 ${want}，实为 ${have}`,
        `The case "${each.id}" expects ${want} but gives ${have}`,
        each.facts,
      );
    });
  });

interface Difference {
  readonly what: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** What differs from the expectation; lines are expected by score. */
function differences(
  expected: Readonly<Record<string, unknown>>,
  answer: Readonly<Record<string, unknown>>,
): Difference[] {
  return Object.entries(expected).flatMap(([what, value]) => {
    if (what === 'lines')
      return lineDifferences(
        value as Record<string, unknown>,
        (answer.lines ?? {}) as Record<string, { score: unknown }>,
      );
    return JSON.stringify(value) === JSON.stringify(answer[what]) ? [] : [{ what, expected: value, got: answer[what] }];
  });
}

function lineDifferences(
  expected: Readonly<Record<string, unknown>>,
  lines: Readonly<Record<string, { score: unknown }>>,
): Difference[] {
  return Object.entries(expected).flatMap(([line, score]) =>
    lines[line]?.score === score ? [] : [{ what: `lines/${line}`, expected: score, got: lines[line]?.score }],
  );
}
