import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { send, signIn } from '../faults/client.js';
import { violationsOf } from './accessibility.js';
import { phone, startVisit } from './visit.js';

const visit = startVisit();
const SAMPLE = 'Yimen-samples-1';

let page: Page;
beforeEach(async () => {
  page = await visit.open('/accounts', { role: 'operator' });
  await page.getByRole('row', { name: /^clerk/u }).waitFor();
});
afterEach(() => page?.close());

const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`, 'u') });
/** The list of areas shows what is typed; that of roles is short. */
const choose = async (field: string, option: string) => {
  const box = page.getByRole('combobox', { name: field });
  await (field.startsWith('区域') ? box.fill(option) : box.click());
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
};

describe('The page of accounts', () => {
  it('changes the roles of somebody, and offers the operator no role that sees records', async () => {
    await row('reviewer').getByRole('button', { name: '调整角色' }).click();
    await page.getByRole('button', { name: '再加一个角色' }).click();
    expect(await page.getByRole('button', { name: '保存角色' }).isDisabled()).toBe(true);
    await choose('角色 2', '系统运维');
    await choose('区域 2', '零陵区');
    await page.getByText('系统运维不能同时办理或查看业务记录').waitFor();
    await page.getByRole('combobox', { name: '角色 1' }).click();
    const offered = page.locator(
      '.ant-select-dropdown:visible .ant-select-item-option:not(.ant-select-item-option-disabled)',
    );
    expect(await offered.allInnerTexts()).toEqual(['配置管理员', '配置审核人', '系统运维']);
    await page.keyboard.press('Escape');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '保存角色' }).click();
    await row('reviewer').getByText('系统运维 · 零陵区').waitFor();
    await row('reviewer').getByText('配置审核人 · 永州市').waitFor();
  }, 60_000);

  it('leaves the own account to another operator', async () => {
    await row('operator').getByText('由另一位系统运维来改').waitFor();
    expect(await row('operator').getByRole('button').count()).toBe(0);
  }, 60_000);

  it('tells who was slower, shows what the other made of the account, and takes the change then', async () => {
    const other = await signIn(visit.url(), 'operator', SAMPLE);
    const body = { kind: 'assign', assignments: [{ role: 'assessor', area: 'lingling' }] };
    const path = '/api/v1/accounts/assessor/changes';
    await row('assessor').getByRole('button', { name: '调整角色' }).click();
    const first = await send(visit.url(), other, 'POST', path, body, { 'if-match': '"1"' });
    expect(first.status).toBe(200);
    await choose('角色 1', '县区负责人');
    await page.getByRole('button', { name: '保存角色' }).click();
    await row('assessor').getByRole('alert').filter({ hasText: '别人刚改过这个账号' }).waitFor();
    await row('assessor').getByTitle('零陵区').waitFor();
    await choose('角色 1', '县区负责人');
    await page.getByRole('button', { name: '保存角色' }).click();
    await row('assessor').getByText('县区负责人 · 零陵区').waitFor();
    expect(await row('assessor').getByRole('alert').count()).toBe(0);
  }, 60_000);

  it('fits a phone, with the forms open', async () => {
    await page.setViewportSize(phone);
    await page.getByRole('button', { name: '邀请人员' }).click();
    await page.getByRole('button', { name: '再加一个角色' }).click();
    await row('county-lead').getByRole('button', { name: '调整角色' }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await violationsOf(page)).toEqual([]);
  }, 60_000);
});

describe('A reason in own words', () => {
  it('is not taken with a number that tells of a person, and says so while it is typed', async () => {
    await page.close();
    page = await visit.open('/records?edition=yongzhou%2Fintake%2F2014', { role: 'clerk' });
    await page.locator('main a[href^="/records/"]').first().click();
    await page.getByRole('button', { name: '显示完整信息' }).click();
    await page.getByText('其他理由').click();
    const words = page.getByLabel('请写明理由');
    const show = page.getByRole('button', { name: '显示', exact: true });
    await words.fill('回电 138 0000 1234');
    await page.getByRole('alert').filter({ hasText: '请去掉电话号码' }).waitFor();
    expect(await show.isDisabled()).toBe(true);
    await words.fill('回电核对');
    await show.click();
    await page.getByText('个人信息已完整显示').waitFor();
  }, 60_000);
});

describe('the pages', () => {
  it('made no error in the console but what was refused', () => {
    expect(visit.faults.filter((fault) => !fault.includes('412'))).toEqual([]);
  });
});
