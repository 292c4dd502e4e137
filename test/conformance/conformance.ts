/** Owns the one suite that every way of running an edition must pass: the cases the editions ship with. */
import { describe, expect, it } from '@jest/globals';
import type { Edition, EditionCase } from '@yimen/config';
import { shippedEditions } from '../support/shipped.js';

export type AnswerLike = Readonly<Record<string, unknown>>;

/** Answers inputs of one edition, in order. */
export type Runner = (edition: Edition, inputs: readonly AnswerLike[]) => Promise<readonly object[]>;

/** Declares the suite for one way of running: every case of every shipped edition gives what it expects. */
export function describeConformance(way: string, run: Runner): void {
  describe(`the shipped cases through ${way}`, () => {
    for (const edition of shippedEditions()) {
      it(`give their expected results for ${edition.id}`, async () => {
        expect(edition.cases.length).toBeGreaterThan(0);
        const answers = await run(edition, edition.cases.map(inputOf));
        const got = answers.map((answer, index) => ({
          id: (answer as AnswerLike).id,
          ...expectedPart(answer as AnswerLike, edition.cases[index]?.expect ?? {}),
        }));
        expect(got).toEqual(edition.cases.map(({ id, expect: expected }) => ({ id, ...expected })));
      });
    }
  });
}

const inputOf = ({ id, facts }: EditionCase): AnswerLike => ({ id, ...facts });

/** What the answer says about the things that the case expects; lines are expected by score. */
function expectedPart(answer: AnswerLike, expected: AnswerLike): AnswerLike {
  return Object.fromEntries(
    Object.keys(expected).map((key) => [key, key === 'lines' ? scoresOf(answer, expected) : answer[key]]),
  );
}

function scoresOf(answer: AnswerLike, expected: AnswerLike): AnswerLike {
  const lines = answer.lines as Record<string, { score: number | null }>;
  return Object.fromEntries(Object.keys(expected.lines as object).map((line) => [line, lines[line]?.score]));
}
