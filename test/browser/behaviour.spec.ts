/** What every page does: its states, its language, its keyboard, what it keeps and what it transfers. */
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { editionIn as shipped } from '../support/shipped.js';
import { violationsOf } from './accessibility.js';
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

describe('a form that is being filled', () => {
  const form = '/window/yongzhou/intake/2014';
  const name = () => page.getByLabel('姓名');

  async function fill(): Promise<void> {
    await openSettled(form);
    await name().fill('王小明');
    await name().blur();
  }

  /** Somebody comes back to the page from another one: who is signed in is asked anew. */
  const comeBack = () => page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));

  it('outlives a server that fails while it is looked at again', async () => {
    await fill();
    await page.route('**/api/v1/session', (route) => route.fulfill({ status: 500, json: {} }));
    const asked = page.waitForResponse('**/api/v1/session');
    await comeBack();
    await asked;
    await settled(page);
    expect(await name().inputValue()).toBe('王小明');
  }, 60_000);

  it('waits behind the door for who comes back, and not for anybody else', async () => {
    await fill();
    await page.context().clearCookies();
    await comeBack();
    await page.getByText('填写的内容还在').waitFor();
    expect(await name().isVisible()).toBe(false);
    expect(await page.getByRole('navigation', { name: '主导航' }).getByRole('link').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '窗口人员', exact: true }).click();
    await name().waitFor();
    expect(await name().inputValue()).toBe('王小明');

    await page.context().clearCookies();
    await comeBack();
    await page.getByText('填写的内容还在').waitFor();
    await page.getByRole('button', { name: '验收人员', exact: true }).click();
    await page.getByRole('link', { name: '办理记录' }).waitFor();
    expect((await page.getByText('王小明').count()) + (await page.locator('input[value="王小明"]').count())).toBe(0);
  }, 60_000);

  it('says at once that there is no network', async () => {
    await openSettled('/');
    await page.context().setOffline(true);
    await page.getByRole('link', { name: '办理记录' }).click();
    await page.getByText('暂时连不上服务器').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.locator('.records li').first().waitFor();
  }, 60_000);
});

describe('a number', () => {
  it('is the one that was typed, also where it is wrong', async () => {
    const sheet = shipped('yongzhou/acceptance/2014');
    const [amount] = [...sheet.facts.values()].filter(
      ({ type }) => type.kind === 'number' && type.maximum !== undefined,
    );
    if (amount?.type.kind !== 'number') throw new Error('the sheet asks for no number with a limit');
    await openSettled('/acceptance/yongzhou/acceptance/2014');
    const question = page.locator(`[id="field-${amount.form}_${amount.id}"]`);
    const field = question.locator('input');
    await field.fill(String((amount.type.maximum ?? 0) + 1));
    await field.blur();
    await question.locator('.ant-input-number-status-error').waitFor();
    expect(Number(await field.inputValue())).toBe((amount.type.maximum ?? 0) + 1);
    await field.fill('１');
    await field.blur();
    await question.locator('.ant-input-number-status-error').waitFor({ state: 'detached' });
    expect(Number(await field.inputValue())).toBe(1);
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
