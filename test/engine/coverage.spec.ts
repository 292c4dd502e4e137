import { describe, expect, it } from '@jest/globals';
import { documentSchemas, type Edition, parseEdition, readFacts } from '@yimen/config';
import { compile, evaluateInput } from '@yimen/engine';
import { caseResults, check, coverageOf, expectationOf } from '@yimen/engine/check';
import fc from 'fast-check';
import {
  deskDocuments,
  deskId,
  filesOf,
  standardDocuments,
  standardId,
} from '../../libs/config/src/fixture/tiny-edition.js';
import { shippedEditions } from '../support/shipped.js';

function compiledOf(edition: Edition) {
  const compiled = compile(edition);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  return compiled;
}

/** A tiny edition with cases of its own. */
function tiny(id: string, documents: Record<string, any>, cases: readonly object[]): Edition {
  const path = `rules/${id}/cases/first.jsonl`;
  const parsed = parseEdition(id, filesOf({ ...documents, [path]: cases.map((each) => ({ expect: {}, ...each })) }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.edition;
}

const sheet = (more: object) => ({
  open: true,
  area: 200,
  name: '馆名',
  phone: '13800000000',
  things: ['desk', 'lamp'],
  rooms: [],
  photos: [],
  ...more,
});

const editions = shippedEditions().map((edition) => [edition.id, edition] as const);

describe('a case whose answers are refused', () => {
  it('differs in that alone, whatever else it expects, unless it expects that', () => {
    const edition = tiny(standardId, standardDocuments(), [
      { id: 'short', visit: sheet({ name: '' }), expect: { total: 10, grade: 'good', lines: { furnishing: 10 } } },
      { id: 'wrong', visit: { open: 'yes' }, expect: { status: 'invalid' } },
      { id: 'partly', visit: { open: 'yes' }, expect: { status: 'incomplete', total: null } },
    ]);
    expect(caseResults(edition, compiledOf(edition)).map(({ differences }) => differences)).toEqual([
      [{ what: 'status', expected: 'complete', got: 'invalid' }],
      [],
      [{ what: 'status', expected: 'incomplete', got: 'invalid' }],
    ]);
  });
});

describe('the coverage of the tiny standard', () => {
  const edition = tiny(standardId, standardDocuments(), [
    { id: 'whole', visit: sheet({}) },
    { id: 'lacking', visit: sheet({ things: [] }) },
    { id: 'small', visit: sheet({ area: 5 }) },
    { id: 'open', visit: { open: true } },
    { id: 'wrong', visit: { open: 'yes' } },
  ]);
  const coverage = coverageOf(edition, compiledOf(edition));

  it('counts the cases that can be evaluated', () => {
    expect(coverage.cases).toBe(4);
  });

  it('names the cases in which a rule fires, and in which it could have', () => {
    expect(coverage.rules).toEqual([
      {
        rule: 'thing-missing',
        line: 'furnishing',
        document: 'rules/town/library/2020/rooms.json',
        pointer: '/indicators/0/lines/0/rules/0',
        fires: ['lacking'],
        silent: ['whole'],
      },
    ]);
  });

  it('names the cases of every state of a line', () => {
    expect(coverage.lines).toMatchObject([
      {
        line: 'furnishing',
        conditional: true,
        full: ['whole'],
        partial: ['lacking'],
        zero: [],
        notApplicable: ['small'],
        incomplete: ['open'],
      },
    ]);
  });

  it('counts a line as reached when it was full, less and left out', () => {
    const all = { covered: 1, total: 1, percent: 100 };
    expect(coverage.shares).toEqual({
      rules: all,
      bothWays: all,
      lines: all,
      dispositions: { ...all, covered: 0, total: 0 },
    });
    const without = { ...edition, cases: edition.cases.filter(({ id }) => id !== 'small') };
    expect(coverageOf(without, compiledOf(edition)).shares.lines).toEqual({ covered: 0, total: 1, percent: 0 });
  });
});

describe('the coverage of the tiny desk', () => {
  const documents = deskDocuments();
  const desk = documents[`rules/${deskId}/desk.json`];
  desk.dispositions.refuse = { title: { zh: '拒' } };
  desk.rules.push(
    { ...desk.rules[0], id: 'late', priority: 1 },
    { ...desk.rules[0], id: 'no', event: { type: 'refuse' } },
  );
  desk.rules[3].conditions = { all: [{ fact: 'handed', operator: 'contains', value: 'card' }] };
  const edition = tiny(deskId, documents, [{ id: 'one', request: { unit: 'water', handed: [] } }]);
  const coverage = coverageOf(edition, compiledOf(edition));

  it('lists the rules that no case makes fire or decide', () => {
    expect(coverage.uncovered.map(({ rule, lacks, pointer }) => [rule, lacks, pointer])).toEqual([
      ['no', 'firing', '/rules/3'],
      ['late', 'decision', '/rules/2'],
    ]);
    expect(coverage.shares.rules).toEqual({ covered: 2, total: 4, percent: 50 });
  });

  it('names the cases of every disposition', () => {
    expect(coverage.dispositions).toEqual([
      { disposition: 'handle', cases: ['one'] },
      { disposition: 'refuse', cases: [] },
    ]);
  });
});

describe.each(editions)('the cases of %s', (_, edition) => {
  const compiled = compiledOf(edition);

  it('pass and reach every rule, line and disposition', () => {
    const results = caseResults(edition, compiled);
    expect(results.map(({ id }) => id)).toEqual(edition.cases.map(({ id }) => id));
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    const { shares, uncovered } = coverageOf(edition, compiled);
    expect(Object.values(shares).map(({ percent }) => percent)).toEqual([100, 100, 100, 100]);
    expect(uncovered).toEqual([]);
  });

  it('fail in the check exactly where their results differ', () => {
    const cases = edition.cases.map((each, index) =>
      index % 2 === 0 ? each : { ...each, expect: { ...each.expect, status: 'invalid', lines: { nothing: 1 } } },
    );
    const changed = { ...edition, cases };
    const results = caseResults(changed, compiled);
    expect(results.map(({ passed }) => passed)).toEqual(cases.map((_each, index) => index % 2 === 0));
    const told = check(changed, compiled).map(({ code, document, pointer }) => `${code} ${document}${pointer}`);
    const differing = results.flatMap(({ document, pointer, differences }) =>
      differences.map(({ what }) => `case-fails ${document}${pointer}/expect/${what}`),
    );
    expect(told).toEqual(differing);
  });

  it('can be taken from real sheets: what is expected is what comes out, and is a case of the language', () => {
    const facts = fc.constantFrom(...edition.cases).chain(({ facts }) =>
      fc.array(fc.nat(), { maxLength: 3 }).map((left) => {
        const input = structuredClone(facts) as Record<string, Record<string, unknown>>;
        for (const each of left) {
          const form = Object.values(input)[each % Object.keys(input).length] ?? {};
          delete form[Object.keys(form)[each % Object.keys(form).length] ?? ''];
        }
        return input;
      }),
    );
    fc.assert(
      fc.property(facts, (input) => {
        expect(readFacts(edition, input).issues).toEqual([]);
        const expect_ = expectationOf(evaluateInput(edition, compiled.evaluator, input));
        const written = documentSchemas.case.parse(
          JSON.parse(JSON.stringify({ id: 'taken', ...input, expect: expect_ })),
        );
        const [taken] = edition.cases;
        const again = { ...edition, cases: [{ ...taken, facts: input, expect: written.expect }] } as Edition;
        expect(caseResults(again, compiled)).toMatchObject([{ passed: true, differences: [] }]);
        expect(Object.keys(expect_).length).toBeGreaterThan(2);
      }),
    );
  });
});

describe('what is expected of an invalid sheet', () => {
  it('is that it is invalid', () => {
    const [[, edition]] = editions as [(typeof editions)[number]];
    expect(expectationOf(evaluateInput(edition, compiledOf(edition).evaluator, { nothing: 1 }))).toEqual({
      status: 'invalid',
    });
  });
});
