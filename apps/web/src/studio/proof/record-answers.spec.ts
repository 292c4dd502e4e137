import { describe, expect, it } from '@jest/globals';
import type { BaseFact } from '@yimen/config';
import type { QuestionSummary } from '@yimen/contracts';
import { takenAnswers } from './record-answers.js';

const title = { zh: '题', en: 'Question' };
const text = { kind: 'text' } as const;
const fact = (id: string, type: object, personal = false) =>
  ({ id, form: 'f', title, type, personal }) as unknown as BaseFact;
const asked = (id: string, personal = false) => ({ id, form: 'f', title, kind: 'text', personal }) as QuestionSummary;
const facts = (...all: BaseFact[]) => new Map(all.map((each) => [each.id, each]));

describe('The answers of a record in a case', () => {
  it('are without what is personal in either version, files, and what either does not know', () => {
    const draft = facts(
      fact('a', { kind: 'boolean' }),
      fact('b', text, true),
      fact('c', text),
      fact('d', { kind: 'files' }),
    );
    const stored = [asked('a'), asked('b'), asked('c', true), asked('d'), asked('e')];
    const given = { f: { a: true, b: '张*', c: '李*', d: ['1'], e: 1, x: 2 }, g: { a: true } };
    const { answers, left } = takenAnswers(given, stored, draft);
    expect(answers).toEqual({ f: { a: true } });
    expect(left).toHaveLength(5);
  });

  it('hold no words of anybody, not in rows either, but days', () => {
    const rows = {
      kind: 'rows',
      columns: new Map([
        ['who', { type: text }],
        ['n', { type: { kind: 'number' } }],
      ]),
    };
    const draft = facts(fact('why', text), fact('day', text), fact('rows', rows));
    const given = { f: { why: '张三说', day: '2014-08-01', rows: [{ who: '张三', n: 2 }] } };
    const taken = takenAnswers(given, [asked('why'), asked('day'), asked('rows')], draft);
    expect(taken.answers).toEqual({ f: { why: '（略）', day: '2014-08-01', rows: [{ who: '（略）', n: 2 }] } });
    expect(taken.replaced).toBe(true);
  });
});
