import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { freePort } from '../support/free-port.js';
import { signsInThrough, startProvider } from '../support/identity-provider.js';
import { startVisit } from './visit.js';

const port = await freePort();
const site = `http://127.0.0.1:${port}`;
const provider = await startProvider({ site });
afterAll(() => provider.stop());

const visit = startVisit(() => ({ PORT: String(port), ...signsInThrough(provider.issuer, site) }));

let page: Page;
afterEach(() => page?.close());

/** Signs in on the provider's own pages, which are in English, and agrees there. */
async function passProvider(login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

const byProvider = () => page.getByRole('link', { name: '用统一身份认证登录' });

describe('the way through the provider', () => {
  it('leads to the page asked for once the operator linked the account, and out again at both', async () => {
    provider.names.set('w-0815', '王五');
    page = await visit.open('/accounts', { role: 'operator' });
    const row = page.getByRole('row', { name: /^clerk/u });
    await row.getByRole('button', { name: '关联统一身份认证' }).click();
    await page.getByLabel('在统一身份认证的用户名').fill('王五');
    await page.keyboard.press('Enter');
    await row.getByText('统一身份认证用户：王五').waitFor();
    await page.close();

    page = await visit.open('/records?edition=yongzhou%2Fintake%2F2014', { role: null });
    await byProvider().click();
    await passProvider('w-0815');
    await page.getByRole('heading', { name: '办理记录', level: 1 }).waitFor();
    expect(page.url()).toBe(`${site}/records?edition=yongzhou%2Fintake%2F2014`);

    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('button', { name: 'Sign me out' }).click();
    await byProvider().click();
    await page.getByPlaceholder('Enter any login').waitFor();
  }, 60_000);

  it('leads back to the door for somebody without an account, told once and in words', async () => {
    provider.names.set('stranger', 'stranger');
    page = await visit.open('/records', { role: null });
    await byProvider().click();
    await passProvider('stranger');
    await page.getByRole('alert').filter({ hasText: '还没有关联到这里的账号' }).waitFor();
    await page.waitForURL(`${site}/records`);
    await page.reload();
    await byProvider().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  }, 60_000);

  it('says at the door that the provider is away', async () => {
    page = await visit.open('/', { role: null });
    await provider.stop();
    await byProvider().click();
    await page.getByText('统一身份认证暂时用不了').waitFor();
    await page.getByLabel('用户名').fill('clerk');
    await page.locator('#password').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('用户名或密码不对').waitFor();
    expect(await page.getByRole('alert').count()).toBe(1);
  }, 60_000);
});
