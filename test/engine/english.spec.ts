import { describe, expect, it } from '@jest/globals';
import { resolveForm } from '@yimen/config';
import { compile, evaluateInput } from '@yimen/engine';
import { shippedEditions } from '../support/shipped.js';

const han = /\p{Script=Han}+/gu;

describe.each(shippedEditions().map((edition) => [edition.id, edition] as const))('%s in English', (_, edition) => {
  it.each(edition.forms.map((form) => [form.id, form] as const))('asks in English alone: %s', (_, form) => {
    expect(JSON.stringify(resolveForm(form, edition, 'en').schema).match(han) ?? []).toEqual([]);
  });

  it('gives its reasons in English alone', () => {
    const compiled = compile(edition);
    if (!compiled.ok) throw new Error('the shipped editions compile');
    const texts = edition.cases.flatMap(({ facts }) => {
      const answer = evaluateInput(edition, compiled.evaluator, facts, { lang: 'en' });
      const reasons = 'lines' in answer ? Object.values(answer.lines).flatMap((line) => line.reasons) : answer.reasons;
      // What somebody typed is quoted as it is.
      const typed = Object.values(facts).flatMap((form) =>
        Object.values(form as object).filter((value) => typeof value === 'string'),
      );
      return reasons.map(({ text }) => typed.reduce((rest, words) => rest.replace(words, ''), text));
    });
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.flatMap((text) => text.match(han) ?? [])).toEqual([]);
  });
});
