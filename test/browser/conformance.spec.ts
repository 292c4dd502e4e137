import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFacts } from '@yimen/config';
import type { EditionDetail } from '@yimen/contracts';
import type { Evaluator } from '@yimen/engine';
import type { Page } from 'playwright-core';
import { type AnswerLike, describeConformance } from '../conformance/conformance.js';
import { startVisit } from './visit.js';

const visit = startVisit();
let page: Page;
beforeAll(async () => {
  page = await visit.open('/');
}, 60_000);
afterAll(() => page?.close());

describeConformance('the evaluator module in the browser', async (edition, inputs) => {
  const answers = await page.evaluate(
    async ([id, facts]) => {
      const detail = (await (await fetch(`/api/v1/editions/${id}`)).json()) as EditionDetail;
      const evaluator = (await import(detail.evaluator)) as Evaluator;
      return facts.map((each) => evaluator.evaluate(each, { lang: 'zh' }));
    },
    [edition.id, inputs.map((input) => readFacts(edition, input).facts)] as const,
  );
  return answers.map((answer, index) => ({ id: (inputs[index] as AnswerLike).id, ...answer }));
});

it('needs no code from strings', async () => {
  // In a timer, because what the test itself hands to the page is let through.
  const refused = await page.evaluate(
    () =>
      new Promise((resolve) =>
        setTimeout(() => {
          try {
            resolve(new Function('return 1')());
          } catch (error) {
            resolve((error as Error).name);
          }
        }),
      ),
  );
  expect(refused).toBe('EvalError');
  expect(visit.faults.filter((fault) => !fault.includes('unsafe-eval'))).toEqual([]);
});
