/** The door: signing in and out, and the way in for somebody new. */
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Session } from '@yimen/contracts';
import type { Page } from 'playwright-core';
import { settled } from './settled.js';
import { type PageOptions, startVisit } from './visit.js';

const visit = startVisit();

let page: Page;
afterEach(() => page?.close());

async function openSettled(path: string, options?: PageOptions): Promise<Page> {
  page = await visit.open(path, options);
  await settled(page);
  return page;
}

describe('the door', () => {
  it('lets a sample account in and out, and shows each role what is its own', async () => {
    page = await visit.open('/', { role: null });
    await page.getByRole('button', { name: '窗口人员' }).click();
    await page.getByRole('link', { name: /受理求助申请/u }).waitFor();
    expect(await page.getByRole('link', { name: /填写验收评分表/u }).count()).toBe(0);
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '验收人员' }).click();
    await page.getByRole('link', { name: /填写验收评分表/u }).waitFor();
    expect(await page.getByRole('link', { name: /受理求助申请/u }).count()).toBe(0);
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '系统运维' }).click();
    await page.getByRole('heading', { level: 1, name: /您好/u }).waitFor();
    expect(await page.getByRole('link', { name: '办理记录' }).count()).toBe(0);
  }, 60_000);

  it('says in Chinese that a password is wrong, and opens for the right one', async () => {
    page = await visit.open('/records', { role: null });
    await page.getByLabel('用户名').fill('clerk');
    await page.locator('#password').fill('wrong');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('用户名或密码不对').waitFor();
    const { samples } = (await (await fetch(`${visit.url()}/api/v1/session`)).json()) as Session;
    await page.locator('#password').fill(samples[0]?.password ?? '');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '办理记录', level: 1 }).waitFor();
  }, 60_000);

  it('closes by itself when the session ended elsewhere', async () => {
    await openSettled('/');
    await page.context().clearCookies();
    await page.getByRole('link', { name: '办理记录' }).click();
    await page.getByRole('heading', { name: '登录', level: 1 }).waitFor();
  }, 60_000);
});

describe('the operator', () => {
  it('invites somebody, who chooses a password and signs in', async () => {
    await openSettled('/accounts', { role: 'operator' });
    await page.getByRole('button', { name: '邀请人员' }).click();
    await page.getByLabel('姓名或岗位').fill('李四');
    await page.getByLabel('用户名').fill('lisi');
    await page.getByRole('combobox', { name: '角色' }).click();
    await page.getByTitle('窗口人员', { exact: true }).click();
    await page.getByRole('combobox', { name: '区域' }).fill('零陵区');
    await page.getByTitle('零陵区', { exact: true }).click();
    await page.getByRole('button', { name: '生成链接' }).click();
    const link = await page.locator('.note-good .ant-typography').innerText();
    await page.getByRole('row', { name: /lisi/u }).getByText('窗口人员 · 零陵区').waitFor();
    await page
      .getByRole('row', { name: /auditor/u })
      .getByRole('button', { name: '停用' })
      .click();
    await page.getByRole('button', { name: '是', exact: true }).click();
    await page
      .getByRole('row', { name: /auditor/u })
      .getByRole('button', { name: '启用' })
      .waitFor();
    await page.close();

    page = await visit.open(new URL(link).pathname + new URL(link).hash, { role: null });
    await page.locator('#password').fill('一个很好而且很长的密码');
    await page.locator('#again').fill('一个很好而且很长的密码');
    await page.getByRole('button', { name: '保存密码' }).click();
    await page.getByRole('link', { name: '登录' }).click();
    await page.getByLabel('用户名').fill('lisi');
    await page.locator('#password').fill('一个很好而且很长的密码');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('link', { name: /受理求助申请/u }).waitFor();
  }, 60_000);
});
