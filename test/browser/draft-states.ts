/** Owns waiting for a draft to be stored, checked and ready to be sent; where it never is, the error says what the page says. */
import type { Locator, Page } from 'playwright-core';

/** Longest wait, in ms: checks run in a thread beside whatever else the machine does. */
const PATIENCE = 120_000;

/** Waits until what was written is stored. */
export const saved = (page: Page): Promise<void> =>
  shown(page, page.getByText(/^已保存 /u), page.locator('.draft-tools'));

/** Waits until the checks have found no error in what is stored. */
export const checked = (page: Page): Promise<void> =>
  shown(page, page.locator('.draft-found').getByText(/检查通过|个提醒/u), page.locator('main'));

/** Sends the draft to review, once nothing is missing. */
export async function sendToReview(page: Page): Promise<void> {
  await shown(page, page.locator('button:enabled', { hasText: /^送审$/u }), page.locator('main'));
  await page.getByRole('button', { name: '送审' }).click();
  await shown(page, page.getByText('正在审核').first(), page.locator('main'));
}

async function shown(page: Page, wanted: Locator, where: Locator): Promise<void> {
  try {
    await wanted.waitFor({ timeout: PATIENCE });
  } catch (error) {
    const said = await where.first().innerText();
    throw new Error(`${page.url()} says instead:\n${said.slice(0, 3000)}`, { cause: error });
  }
}
