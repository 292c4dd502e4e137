import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Issue, parseEdition, type SourceFiles } from '@yimen/config';
import { compile } from '@yimen/engine';
import { check } from '@yimen/engine/check';
import { codesInSources } from '../support/issue-codes.js';
import { issueDocuments, soundDocuments } from '../support/issue-documents.js';
import { repository } from '../support/shipped.js';

/** Everything there is to say about documents, as the publish gate finds it. */
function issuesOf(edition: string, documents: SourceFiles): readonly Issue[] {
  const parsed = parseEdition(edition, documents);
  if (!parsed.ok) return parsed.issues;
  const compiled = compile(parsed.edition);
  return compiled.ok ? [...parsed.issues, ...compiled.issues, ...check(parsed.edition, compiled)] : compiled.issues;
}

/** No documents raise it: it would take two evaluators that disagree. `agreement.spec.ts` makes them. */
const ofNoDocument = ['engines-differ'];

describe('the issue codes', () => {
  it.each(soundDocuments)('leave $edition alone before anything is spoilt', ({ edition, documents }) => {
    expect(issuesOf(edition, documents)).toEqual([]);
  });

  it.each(issueDocuments)('$code is all that $says raises', (each) => {
    const issues = issuesOf(each.edition, each.documents);
    expect(issues.map(({ code, severity, document, pointer }) => ({ code, severity, document, pointer }))).toEqual([
      { code: each.code, severity: each.severity, document: each.document, pointer: each.pointer },
    ]);
    const [{ message, counterexample }] = issues as [Issue];
    expect(message.zh).toMatch(/\p{Script=Han}/u);
    expect(message.en).toMatch(/[a-z]/u);
    expect(counterexample).toEqual(each.counterexample);
  });

  it('have one set of documents each, and every code of the sources has one', () => {
    const covered = issueDocuments.map(({ code }) => code);
    expect([...new Set(covered)]).toEqual(covered);
    expect([...covered, ...ofNoDocument].sort()).toEqual(codesInSources());
  });

  it('of types and checks are in the language reference, with those that are no errors marked', () => {
    const reference = readFileSync(join(repository, 'docs/language.md'), 'utf8');
    const [, table = ''] = /\n## Checks\n(.*?)\n## /su.exec(reference) ?? [];
    const told = issueDocuments.filter(({ finder }) => finder === 'type' || finder === 'check');
    for (const { code, severity } of told)
      expect(table).toContain(severity === 'error' ? `\`${code}\`` : `\`${code}\` (${severity})`);
    for (const code of ofNoDocument) expect(table).toContain(`\`${code}\``);
  });
});
