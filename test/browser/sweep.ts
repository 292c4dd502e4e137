/** Owns looking at pages as every reader would: with axe, at the width of the screen, in the language of the reader. */
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@yimen/contracts';
import type { Page } from 'playwright-core';
import { violationsOf } from './accessibility.js';
import { settled } from './settled.js';
import { desk, type PageOptions, phone, type Visit } from './visit.js';

export interface SweptPage {
  readonly name: string;
  /** Known once the suite has begun. */
  readonly path: () => string;
  /** Who looks at it; nobody is signed in for null. */
  readonly role: Role | null;
}

const screens = [
  ['a desk in Chinese', { size: desk, language: 'zh' }],
  ['a phone in Chinese', { size: phone, language: 'zh' }],
  ['a desk in English', { size: desk, language: 'en' }],
] as const satisfies readonly (readonly [string, PageOptions])[];

/** One test for each page and screen. A reader goes from page to page: what was loaded once is not loaded again. */
export function sweep(visit: Visit, pages: readonly SweptPage[]): void {
  const readers = new Map<string, Page>();
  afterAll(async () => {
    for (const reader of readers.values()) await reader.close();
  });

  async function reader(options: PageOptions): Promise<Page> {
    const who = JSON.stringify(options);
    const page = readers.get(who) ?? (await visit.open('/api/health/live', options));
    readers.set(who, page);
    return page;
  }

  describe.each(pages.map((page) => [page.name, page] as const))('the page %s', (_, { path, role }) => {
    it.each(screens)(
      'is accessible, fits and keeps to its language on %s',
      async (_screen, options) => {
        const before = visit.faults.length;
        const page = await reader({ ...options, role });
        await page.goto(visit.url() + path());
        await settled(page);
        expect(await violationsOf(page)).toEqual([]);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        expect(await foreignWordsIn(page, options.language)).toEqual([]);
        expect(visit.faults.slice(before)).toEqual([]);
      },
      60_000,
    );
  });
}

/** How many pixels of the page stand beside the screen. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Words in another language than the reader's, but for those that say which they are in. */
async function foreignWordsIn(page: Page, language: 'zh' | 'en'): Promise<readonly string[]> {
  const text = await page.evaluate(() => {
    for (const foreign of document.querySelectorAll('body [lang]')) foreign.remove();
    return document.body.innerText;
  });
  return text.match(language === 'zh' ? /[A-Za-z]{2,}/gu : /\p{Script=Han}+/gu) ?? [];
}
