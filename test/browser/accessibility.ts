/** Owns asking axe what keeps people out of a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** Every violation with the first element that shows it. What else axe finds stays in the page: it is much, and slow. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    async (run) => {
      const { axe } = window as unknown as { axe: { run: (run: RunOptions) => Promise<AxeResults> } };
      const { violations } = await axe.run(run);
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    },
    { runOnly: rules, resultTypes: ['violations'] } satisfies RunOptions,
  );
}
