import { describe, expect, it } from '@jest/globals';
import { type Edition, parseEdition, readFacts } from '@yimen/config';
import { compile } from '@yimen/engine';
import { referenceEvaluate } from '@yimen/engine/reference';
import fc from 'fast-check';
import { editionFiles, generatedId } from './generated-edition.js';
import { answers } from './generated-form.js';

const RULE_FILES = 2000;

function editionOf(files: Record<string, string>): Edition {
  const parsed = parseEdition(generatedId, files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues.slice(0, 3), null, 1));
  return parsed.edition;
}

describe('the compiled evaluator and json-rules-engine', () => {
  it(`agree on ${RULE_FILES} generated rule files`, async () => {
    let compiledFiles = 0;
    await fc.assert(
      fc.asyncProperty(editionFiles, fc.array(answers, { minLength: 3, maxLength: 3 }), async (files, sheets) => {
        const edition = editionOf(files);
        const compiled = compile(edition);
        if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues.slice(0, 3), null, 1));
        compiledFiles += 1;
        for (const sheet of sheets) {
          const { facts, issues } = readFacts(edition, { sheet });
          expect(issues.filter((issue) => issue.severity === 'error')).toEqual([]);
          const expected = await referenceEvaluate(compiled.program, facts);
          const { trace, ...traced } = compiled.evaluator.trace(facts);
          expect(compiled.evaluator.evaluate(facts)).toEqual(expected);
          expect(traced).toEqual(expected);
          if (compiled.evaluator.print) expect(compiled.evaluator.print(facts)).toBe(JSON.stringify(expected));
          expect(trace.rules).toHaveLength(
            (compiled.program.desk?.rules ?? compiled.program.lines.flatMap((line) => line.rules)).length,
          );
        }
      }),
      { numRuns: RULE_FILES, seed: 2014 },
    );
    expect(compiledFiles).toBeGreaterThanOrEqual(RULE_FILES);
  }, 300_000);
});
