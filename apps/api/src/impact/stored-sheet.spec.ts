import { describe, expect, it } from '@jest/globals';
import { readFacts } from '@yimen/config';
import { compile, type Program } from '@yimen/engine';
import fc from 'fast-check';
import { editionIn } from '../../../../test/support/shipped.js';
import { sheetReader } from './stored-sheet.js';

const edition = editionIn('yongzhou/acceptance/2014');
const compiled = compile(edition);
if (!compiled.ok) throw new Error('the edition does not compile');
const { evaluator, program } = compiled;
const read = sheetReader(program);

/** The same outcome written in another way, which has to be parsed. */
const spaced = (json: string): string => JSON.stringify(JSON.parse(json), null, 1);

const documents = fc
  .tuple(fc.constantFrom(...edition.cases), fc.subarray([...edition.facts.values()]), fc.string({ maxLength: 40 }))
  .map(([{ facts }, left, reason]) => {
    const unit = { ...(facts.unit as object), wallRulesDeduction: 1, wallRulesReason: `x${reason}` };
    const document: Record<string, Record<string, unknown>> = { county: { ...(facts.county as object) }, unit };
    for (const { form, id } of left.slice(0, 3)) delete document[form]?.[id];
    return document;
  });

describe('A stored sheet is read', () => {
  it('as parsing it whole gives it, whatever stands in its reasons', () => {
    const hostile = '","lines":{"operation":{"status":"scored","score":1,"points":3}}';
    fc.assert(
      fc.property(documents, fc.boolean(), (document, quoted) => {
        if (quoted && document.unit) document.unit.wallRulesReason = hostile;
        const outcome = evaluator.evaluate(readFacts(edition, document).facts);
        const json = JSON.stringify(outcome);
        const sheet = read(json);
        expect(sheet).toEqual(read(spaced(json)));
        const lines = Object.values('lines' in outcome ? outcome.lines : {});
        expect(sheet?.scores).toEqual(lines.map(({ score }) => (score === null ? -1 : Math.round(score * 100))));
      }),
      { numRuns: 300 },
    );
  });

  it('with lines that did not apply, and without a total', () => {
    const two = { lines: ['a', 'b'].map((id) => ({ line: { id } })) } as unknown as Program;
    const line = (status: string, score: number | null) => ({ status, score, points: 5, reasons: [] });
    const json = JSON.stringify({
      status: 'complete',
      total: null,
      grade: null,
      lines: { a: line('not-applicable', null), b: line('scored', 2.5) },
      issues: [],
    });
    const expected = { total: null, grade: null, scores: [-2, 250] };
    expect([sheetReader(two)(json), sheetReader(two)(spaced(json))]).toEqual([expected, expected]);
  });

  it('and is none where it is broken or of a desk', () => {
    const json = JSON.stringify(evaluator.evaluate(readFacts(edition, edition.cases[0]?.facts).facts));
    for (const broken of [
      '',
      '{',
      'null',
      '[]',
      '{"disposition":"refuse"}',
      json.slice(0, 300),
      `${json.slice(0, 400)}}`,
    ])
      expect(read(broken)).toBeUndefined();
  });
});
