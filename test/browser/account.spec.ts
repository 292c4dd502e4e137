import { afterEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startVisit } from './visit.js';

const visit = startVisit();
let page: Page;
afterEach(() => page?.close());

const OLD = 'Yimen-samples-1';
const NEW = '一个很好而且很长的密码';

describe('One’s own account', () => {
  it('tells its roles, takes a better password, and signs out everywhere', async () => {
    page = await visit.open('/', { role: 'reviewer' });
    await page.getByRole('link', { name: '我的账号' }).click();
    await page.getByText('配置审核人 · 永州市').waitFor();
    const save = page.getByRole('button', { name: '保存密码' });
    const fill = async (current: string, next: string) => {
      await page.getByLabel('现在的密码').fill(current);
      await page.getByLabel('新密码').fill(next);
      await page.getByLabel('再输一次密码').fill(next);
      await save.click();
    };
    await fill(OLD, 'short');
    await page.getByText('密码至少 10 位').waitFor();
    await fill('not the password', NEW);
    await page.getByText('用户名或密码不对').waitFor();
    await fill(OLD, NEW);
    await page.getByText('密码已修改').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await page.getByRole('button', { name: '在所有设备上退出' }).click();
    await page.getByLabel('用户名').fill('reviewer');
    await page.getByLabel('密码').fill(NEW);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('link', { name: '我的账号' }).waitFor();
  }, 60_000);
});
