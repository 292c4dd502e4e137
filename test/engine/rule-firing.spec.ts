import { describe, expect, it } from '@jest/globals';
import { parseEdition, readFacts } from '@yimen/config';
import { compile, rulesOf } from '@yimen/engine';
import fc from 'fast-check';
import { compileFiring } from '../../libs/engine/src/compile/firing.js';
import { editionFiles, generatedId } from './generated-edition.js';
import { answers } from './generated-form.js';

describe('what proofs run instead of a trace', () => {
  it('says of every rule what the trace says, one rule at a time or all together', () => {
    fc.assert(
      fc.property(editionFiles, fc.array(answers, { minLength: 3, maxLength: 3 }), (files, sheets) => {
        const parsed = parseEdition(generatedId, files);
        const compiled = parsed.ok ? compile(parsed.edition) : parsed;
        if (!parsed.ok || !compiled.ok) throw new Error(JSON.stringify([parsed.issues, compiled.issues]));
        const rules = rulesOf(compiled.program);
        const together = compileFiring(compiled.program, rules);
        const alone = rules.map((rule) => compileFiring(compiled.program, [rule]));
        for (const sheet of sheets) {
          const { facts } = readFacts(parsed.edition, { sheet });
          const fired = compiled.evaluator.trace(facts).trace.rules.map((rule) => rule.fired);
          expect(together(facts)).toEqual(fired);
          expect(alone.map((firing) => firing(facts)[0])).toEqual(fired);
        }
      }),
      { numRuns: 60, seed: 2014 },
    );
  });
});
