/** What every page does: its states, its language, its keyboard, what it keeps and what it transfers. */
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { settled } from './settled.js';
import { startVisit } from './visit.js';

const visit = startVisit();

let page: Page;
afterEach(() => page?.close());

async function openSettled(path: string): Promise<Page> {
  page = await visit.open(path);
  await settled(page);
  return page;
}

describe('states', () => {
  it('shows that the server is away and tries again', async () => {
    page = await visit.open('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.getByRole('link', { name: '办理记录' }).click();
    await page.getByText('暂时连不上服务器').waitFor();
    await page.unroute('**/api/v1/**');
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.locator('.records li').first().waitFor();
  }, 60_000);

  it('says that a record does not exist', async () => {
    await openSettled('/records/00000000-0000-4000-8000-000000000000');
    expect(await page.locator('main').innerText()).toContain('没有找到');
  }, 60_000);

  it('keeps the language after a switch', async () => {
    await openSettled('/');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'What would you like to do?' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'What would you like to do?' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  }, 60_000);
});

describe('answers that nobody stored', () => {
  it('are not left behind without asking', async () => {
    await openSettled('/window/yongzhou/intake/2014');
    await page.getByLabel('姓名').fill('王小明');
    await page.getByLabel('姓名').blur();
    await page.getByRole('link', { name: '办理记录' }).click();
    await page.getByRole('dialog', { name: '离开这一页？' }).waitFor();
    await page.getByRole('button', { name: '继续填写' }).click();
    expect(await page.getByLabel('姓名').inputValue()).toBe('王小明');
    await page.getByRole('link', { name: '办理记录' }).click();
    await page.getByRole('button', { name: '离开', exact: true }).click();
    await page.getByRole('heading', { name: '办理记录', level: 1 }).waitFor();
  }, 60_000);
});

describe('a switch of language', () => {
  it('keeps the answers that were given so far', async () => {
    await openSettled('/window/yongzhou/intake/2014');
    await page.getByLabel('姓名').fill('王小明');
    await page.getByLabel('姓名').blur();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Application' }).waitFor();
    await page.getByLabel('Identity number').waitFor();
    expect(await page.locator('#application_applicantName').inputValue()).toBe('王小明');
  }, 60_000);
});

describe('the keyboard', () => {
  it('skips to the content, fills the first step and goes on', async () => {
    await openSettled('/window/yongzhou/intake/2014');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    const steps = await page.locator('.steps .ant-steps-item').count();
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('Tab');
    for (const value of ['王小明', '431102198001010039', '13800000000', '零陵区南津渡街道']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(value);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '申请事项', level: 2 }).waitFor();
  }, 60_000);
});

describe('what a page transfers', () => {
  it.each(['/', '/window/yongzhou/intake/2014', '/acceptance/yongzhou/acceptance/2014'])(
    'stays under 500 kB for a first visit of %s',
    async (path) => {
      page = await visit.open('/api/health/live');
      const client = await page.context().newCDPSession(page);
      let bytes = 0;
      await client.send('Network.enable');
      client.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength;
      });
      await page.goto(visit.url() + path);
      await page.waitForLoadState('networkidle');
      expect(bytes).toBeGreaterThan(50_000);
      expect(bytes).toBeLessThan(500_000);
    },
    60_000,
  );
});
