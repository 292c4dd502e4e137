import { describe, expect, it } from '@jest/globals';
import { type BaseFact, type Edition, type FactType, readFacts } from '@yimen/config';
import { compile } from '@yimen/engine';
import { referenceEvaluate } from '@yimen/engine/reference';
import fc from 'fast-check';
import { shippedEditions } from '../support/shipped.js';

const FACT_SETS = 20_000;

/** Any answer of a type, boundary values often; conditional questions are answered whether asked or not. */
function answerTo(type: FactType): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'boolean':
      return fc.boolean();
    case 'number':
      return numberWithin(type);
    case 'text':
      return fc.constant('文字');
    case 'choice':
      return fc.constantFrom(...type.choices.map((choice) => choice.id));
    case 'checklist':
      return fc.oneof(
        fc.constant(type.choices.map((choice) => choice.id)),
        fc.subarray(type.choices.map((choice) => choice.id)),
      );
    case 'rows':
      return fc.array(
        fc.record(Object.fromEntries([...type.columns.values()].map((column) => [column.id, answerTo(column.type)]))),
        { maxLength: 5 },
      );
    case 'files':
      return fc.uniqueArray(fc.uuid({ version: 4 }), { minLength: type.least, maxLength: type.most });
    case 'record':
      throw new Error('no question yields a record');
  }
}

function numberWithin(type: Extract<FactType, { kind: 'number' }>): fc.Arbitrary<number> {
  const step = type.multipleOf ?? (type.integer ? 1 : 0.01);
  const low = type.minimum ?? 0;
  const high = type.maximum ?? 1_000_000;
  const small = fc.integer({ min: 0, max: Math.min(25, Math.floor((high - low) / step)) });
  const large = fc.integer({ min: 0, max: Math.floor((high - low) / step) });
  return fc.oneof(small, small, large).map((steps) => Math.round((low + steps * step) * 100) / 100);
}

/** Answers to all questions, now and then one left out. */
function sheetsOf(edition: Edition): fc.Arbitrary<Record<string, Record<string, unknown>>> {
  const questions = [...edition.facts.values()];
  const complete = fc.record(
    Object.fromEntries(
      questions.map((fact) => [fact.id, fact.personal ? fc.constant(undefined) : answerTo(fact.type)]),
    ),
  );
  const leftOut = fc.oneof(
    { weight: 5, arbitrary: fc.constant([] as BaseFact[]) },
    { weight: 1, arbitrary: fc.subarray(questions, { maxLength: 3 }) },
  );
  return fc.tuple(complete, leftOut).map(([answers, without]) => {
    const input: Record<string, Record<string, unknown>> = {};
    for (const fact of questions) {
      if (answers[fact.id] === undefined || without.includes(fact)) continue;
      input[fact.form] = { ...input[fact.form], [fact.id]: answers[fact.id] };
    }
    return input;
  });
}

describe('the shipped editions', () => {
  for (const edition of shippedEditions()) {
    it(`score ${FACT_SETS} generated fact sets of ${edition.id} as json-rules-engine does`, async () => {
      const compiled = compile(edition);
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues, null, 1));
      let complete = 0;
      await fc.assert(
        fc.asyncProperty(sheetsOf(edition), async (input) => {
          const { facts, issues } = readFacts(edition, input);
          expect(issues.filter((issue) => issue.severity === 'error')).toEqual([]);
          const expected = await referenceEvaluate(compiled.program, facts);
          const outcome = compiled.evaluator.evaluate(facts);
          if (JSON.stringify(outcome) !== JSON.stringify(expected)) expect(outcome).toEqual(expected);
          if (outcome.status === 'complete') complete += 1;
          if ('disposition' in outcome && outcome.status === 'complete') expect(outcome.disposition).not.toBeNull();
          if ('lines' in outcome) expectWithinPoints(outcome.lines, outcome.total);
        }),
        { numRuns: FACT_SETS, seed: 2014 },
      );
      expect(complete).toBeGreaterThan(FACT_SETS / 2);
    }, 600_000);
  }
});

function expectWithinPoints(
  lines: Readonly<Record<string, { score: number | null; points: number }>>,
  total: number | null,
): void {
  for (const { score, points } of Object.values(lines))
    if (score !== null && (score < 0 || score > points)) throw new Error(`${score} is not within 0..${points}`);
  if (total !== null && (total < 0 || total > 100)) throw new Error(`total ${total}`);
}
