import { describe, expect, it } from '@jest/globals';
import { type Issue, parseEdition, type SourceFiles } from '@yimen/config';
import { compile } from '@yimen/engine';
import { type CheckOptions, check } from '@yimen/engine/check';
import { quickCheck } from '@yimen/engine/editing';
import { filesOf, standardDocuments, standardId } from '../../libs/config/src/fixture/tiny-edition.js';
import { compare, ruleNamed } from '../support/flaws/flaw.js';
import { issueDocuments, soundDocuments } from '../support/issue-documents.js';
import { shippedEditions } from '../support/shipped.js';

function checkable(id: string, documents: SourceFiles) {
  const parsed = parseEdition(id, documents);
  const compiled = parsed.ok ? compile(parsed.edition) : parsed;
  if (!parsed.ok || !compiled.ok) throw new Error(JSON.stringify([parsed.issues, compiled.issues], null, 1));
  return { edition: parsed.edition, compiled };
}

function issuesOf(id: string, documents: SourceFiles, options?: CheckOptions): Issue[] {
  const { edition, compiled } = checkable(id, documents);
  return check(edition, compiled, options);
}

const codesOf = (issues: readonly Issue[]): string[] => issues.map(({ code }) => code);

/** The tiny standard with a rule that cannot fire but is not proven so: tables of rooms have no end. */
function withEndlessSearch(): SourceFiles {
  const documents = standardDocuments();
  const contradiction = [
    compare('open', 'equal', true),
    compare('open', 'equal', false),
    compare('owner', 'equal', 'town'),
    compare('area', 'greaterThan', 1),
    compare('things', 'contains', 'desk'),
    compare('rooms', 'greaterThan', 1, { path: '0.seats' }),
  ];
  documents['rules/town/library/2020/rooms.json'].indicators[0].lines[0].rules.push(
    ruleNamed('never', '一', { all: contradiction }, { type: 'deduct', params: { points: 1 } }),
  );
  return filesOf(documents);
}

describe('the checks', () => {
  it.each(shippedEditions().map((edition) => [edition.id, edition] as const))('find nothing in %s', (_, edition) => {
    const compiled = compile(edition);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
    expect(check(edition, compiled)).toEqual([]);
  });

  it.each([
    ['MIN(IFBLANK(area, 0), 900)', true],
    ['IF(area > 100, 1, 0)', false],
    ['IF(open, area, 0)', true],
    ['area * 12', false],
  ])('say of a reason with %s of a personal number whether it tells that: %s', (formula, told) => {
    const documents = standardDocuments();
    documents['forms/town/library/2020/visit.json'].schema.properties.area['x-personal'] = true;
    documents['rules/town/library/2020/facts.json'].facts.push({ id: 'told', title: { zh: '数' }, formula });
    documents['rules/town/library/2020/rooms.json'].indicators[0].lines[0].rules[0].reason = { zh: '有{told}' };
    expect(codesOf(issuesOf(standardId, filesOf(documents))).includes('personal-data-told')).toBe(told);
  });

  it('say aloud when the budget ends a proof', () => {
    const desk = soundDocuments.find(({ edition }) => edition.includes('counter'));
    expect(codesOf(issuesOf(desk?.edition ?? '', desk?.documents ?? {}, { budget: 1 }))).toEqual(['not-proven']);
  });

  it('tell how far they are, piece by piece, to the end', () => {
    const { edition, compiled } = checkable(standardId, withEndlessSearch());
    const told: [number, number][] = [];
    check(edition, compiled, { budget: 10, onProgress: (done, total) => told.push([done, total]) });
    const pieces = 6 + 1 + 2 + 1; // quick checks, patterns, rules, cases
    expect(told).toEqual(Array.from({ length: pieces }, (_, index) => [index + 1, pieces]));
  });

  it('end their proofs when they are told to, also in the middle of one', () => {
    const endless = withEndlessSearch();
    const whole = issuesOf(standardId, endless);
    expect(whole).toMatchObject([{ code: 'not-proven', severity: 'info' }]);
    let asked = 0;
    // Asked for the pattern, the first rule, and after every 1024 combinations of the second.
    const [stopped, ...others] = issuesOf(standardId, endless, { stop: () => ++asked >= 5 });
    expect(others).toEqual([]);
    expect(stopped?.pointer).toBe(whole[0]?.pointer);
    expect(stopped?.message.en).toContain('After 2048 combinations');
    expect(whole[0]?.message.en).not.toContain('After 2048 combinations');
  });

  it('claim nothing that they were not given the time to prove', () => {
    const proofs = issueDocuments.filter(({ code }) =>
      ['rule-never-fires', 'rule-shadowed', 'no-disposition', 'two-dispositions', 'unsafe-pattern'].includes(code),
    );
    expect(proofs).toHaveLength(5);
    for (const { edition, documents } of proofs) {
      const issues = issuesOf(edition, documents, { stop: () => true });
      expect(new Set(codesOf(issues))).toEqual(new Set(['not-proven']));
    }
  });
});

describe('a pattern', () => {
  it('of which nobody can say that it ends keeps an edition from being published', () => {
    const documents = standardDocuments() as Record<string, any>;
    documents['forms/town/library/2020/visit.json'].schema.properties.name.pattern = '^(?:.?){25}.{25}!$';
    const issues = issuesOf(standardId, filesOf(documents));
    expect(issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['unsafe-pattern']);
  }, 60_000);
});

describe('the quick checks', () => {
  it('are the first that the checks say, word for word', () => {
    const quick = new Set<string>();
    for (const { edition: id, documents } of issueDocuments.filter(({ finder }) => finder === 'check')) {
      const { edition, compiled } = checkable(id, documents);
      const found = quickCheck(edition, compiled.program);
      expect(check(edition, compiled).slice(0, found.length)).toEqual(found);
      for (const { code } of found) quick.add(code);
    }
    expect([...quick].sort()).toEqual([
      'amount-too-large',
      'band-gap',
      'band-overlap',
      'cap-too-large',
      'clause-without-rule',
      'fact-only-recorded',
      'fact-unused',
      'personal-data-told',
      'points-do-not-add-up',
      'unknown-clause',
    ]);
  });
});
