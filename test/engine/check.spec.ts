import { describe, expect, it } from '@jest/globals';
import { parseEdition } from '@yimen/config';
import { compile } from '@yimen/engine';
import { type CheckOptions, check } from '@yimen/engine/check';
import { type Documents, deskDocuments, filesOf, standardDocuments, testId } from './small-edition.js';

function issuesOf(documents: Documents, options?: CheckOptions) {
  const parsed = parseEdition(testId, filesOf(documents));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues, null, 1));
  const compiled = compile(parsed.edition);
  return compiled.ok ? check(parsed.edition, compiled, options) : compiled.issues;
}

/** Edits a fresh copy of the small standard or desk. */
const standard = (edit: (documents: any) => void): Documents => edited(standardDocuments(), edit);
const desk = (edit: (documents: any) => void): Documents => edited(deskDocuments(), edit);
function edited(documents: Documents, edit: (documents: any) => void): Documents {
  edit(documents);
  return documents;
}

const line = (documents: any) => documents.category.indicators[0].lines[0];

describe('the checks', () => {
  it('find nothing in the small editions', () => {
    expect(issuesOf(standardDocuments())).toEqual([]);
    expect(issuesOf(deskDocuments())).toEqual([]);
  });

  it.each<[string, string, Documents]>([
    [
      'points-do-not-add-up',
      '/indicators/0/points',
      standard((d) => {
        line(d).points = 8;
      }),
    ],
    [
      'band-gap',
      '/bands',
      standard((d) => {
        d.edition.bands[0].above = 6;
      }),
    ],
    [
      'band-overlap',
      '/bands',
      standard((d) => {
        d.edition.bands[0].above = 4;
      }),
    ],
    [
      'cap-too-large',
      '/indicators/0/lines/0/rules/0/event/params/cap',
      standard((d) => {
        line(d).rules[0].event.params.cap = 11;
      }),
    ],
    [
      'amount-too-large',
      '/indicators/0/lines/0/rules/1/event/params/points',
      standard((d) => {
        line(d).rules[1].event.params.points = 11;
      }),
    ],
    [
      'fact-unused',
      '/facts/1',
      standard((d) => {
        d.facts.facts.push({ id: 'spare', title: { zh: '余' }, formula: 'short' });
      }),
    ],
    [
      'fact-only-recorded',
      '/schema/properties/spare',
      standard((d) => {
        d.form.schema.properties.spare = { type: 'boolean', title: '余' };
        d.form.steps[0].questions.push('spare');
      }),
    ],
    [
      'personal-data-told',
      '/indicators/0/lines/0/rules/0/reason',
      standard((d) => {
        d.form.schema.properties.name['x-personal'] = true;
        line(d).rules[0].reason = { zh: '{name}的因', en: 'because of {name}' };
      }),
    ],
    [
      'unknown-clause',
      '/indicators/0/lines/0/rules/1/clause',
      standard((d) => {
        line(d).rules[1].clause = '条九';
      }),
    ],
    [
      'clause-without-rule',
      '/clauses/1',
      standard((d) => {
        d.outline.clauses.push({ id: '条二', summary: { zh: '二' } });
      }),
    ],
    [
      'unsafe-pattern',
      '/schema/properties/name/pattern',
      standard((d) => {
        d.form.schema.properties.name.pattern = '^(a|a)*$';
      }),
    ],
    [
      'rule-never-fires',
      '/indicators/0/lines/0/rules/1/conditions',
      standard((d) => {
        line(d).rules[1].conditions = {
          all: [
            { fact: 'open', operator: 'equal', value: true },
            { fact: 'open', operator: 'equal', value: false },
          ],
        };
      }),
    ],
    [
      'not-proven',
      '/indicators/0/lines/0/rules/0/conditions',
      standard((d) => {
        line(d).rules[0].conditions = { all: [{ fact: 'short', operator: 'greaterThan', value: 1000 }] };
      }),
    ],
    [
      'case-fails',
      '/0/expect/total',
      standard((d) => {
        d.cases[0].expect.total = 1;
      }),
    ],
    [
      'no-disposition',
      '/rules',
      desk((d) => {
        d.desk.rules.pop();
      }),
    ],
    [
      'two-dispositions',
      '/rules',
      desk((d) => {
        d.desk.rules[1].priority = 9;
        d.desk.rules[1].conditions = { all: [{ fact: 'kind', operator: 'equal', value: 'a' }] };
        d.desk.rules[0].priority = 9;
      }),
    ],
    [
      'rule-shadowed',
      '/rules/1',
      desk((d) => {
        d.desk.rules[0].conditions = {
          any: [
            { fact: 'kind', operator: 'equal', value: 'a' },
            { fact: 'kind', operator: 'equal', value: 'b' },
          ],
        };
      }),
    ],
    [
      'wrong-operator',
      '/indicators/0/lines/0/rules/1/conditions/all/0/operator',
      standard((d) => {
        line(d).rules[1].conditions.all[0].operator = 'contains';
      }),
    ],
    [
      'wrong-type',
      '/indicators/0/lines/0/rules/1/conditions/all/0/value',
      standard((d) => {
        line(d).rules[1].conditions.all[0].value = 'no';
      }),
    ],
    [
      'unknown-choice',
      '/rules/0/conditions/all/0/value',
      desk((d) => {
        d.desk.rules[0].conditions.all[0].value = 'z';
      }),
    ],
    [
      'unknown-path',
      '/rules/0/conditions/all/0/path',
      desk((d) => {
        d.desk.rules[0].conditions.all[0] = { fact: 'row', path: 'nothing', operator: 'equal', value: 1 };
      }),
    ],
    [
      'path-needed',
      '/rules/0/conditions/all/0',
      desk((d) => {
        d.desk.rules[0].conditions.all[0] = { fact: 'row', operator: 'equal', value: 1 };
      }),
    ],
    [
      'maybe-blank',
      '/indicators/0/lines/0/rules/0/event/params/each',
      standard((d) => {
        line(d).rules[0].event.params.each = { fact: 'extra' };
      }),
    ],
    [
      'bad-formula',
      '/facts/0/formula',
      standard((d) => {
        d.facts.facts[0].formula = 'MAX(0, 3 - nothing)';
      }),
    ],
    [
      'cyclic-formula',
      '/facts/0/formula',
      standard((d) => {
        d.facts.facts[0].formula = 'short + 1';
      }),
    ],
  ])('%s is found at %s', (code, pointer, documents) => {
    const issues = issuesOf(documents);
    expect(issues.map((issue) => issue.code)).toContain(code);
    const found = issues.filter((issue) => issue.code === code);
    expect(found.map((issue) => issue.pointer)).toContain(pointer);
    for (const { message } of found) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).toMatch(/[a-z]/u);
    }
  });

  it('show the input that proves a problem', () => {
    const [issue] = issuesOf(
      desk((d) => {
        d.desk.rules.pop();
      }),
    ).filter((each) => each.code === 'no-disposition');
    expect(issue?.counterexample).toEqual({ sheet: { kind: 'b', held: ['a', 'b'] } });
  });

  it('say aloud when the budget ends a proof', () => {
    expect(issuesOf(deskDocuments(), { budget: 2 }).map((issue) => issue.code)).toContain('not-proven');
  });
});
