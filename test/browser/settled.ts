/** Owns telling when a page has come to rest: it asks the server nothing, says of nothing that it loads, has a heading. */
import type { Page, Request } from 'playwright-core';

const asked = new WeakMap<Page, Set<Request>>();

/** Notes from now on what a page asks for and has not got yet. */
export function noteRequests(page: Page): void {
  const open = new Set<Request>();
  asked.set(page, open);
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  // What a page asked for before it was left is of no account to the next one.
  page.on('framenavigated', (frame) => frame === page.mainFrame() && open.clear());
}

/** Waits until a page whose requests are noted has loaded what it shows. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main :is(h1, h2)').first().waitFor({ state: 'attached' });
  for (let quiet = 0; quiet < 2; ) {
    const busy = await page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
      return document.querySelector('[aria-busy="true"]') !== null;
    });
    quiet = busy || (asked.get(page)?.size ?? 0) > 0 ? 0 : quiet + 1;
  }
}
