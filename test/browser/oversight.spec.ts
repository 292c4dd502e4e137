import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuditPage, type AuditReport, auditActions } from '@yimen/contracts';
import type { Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import { settled } from './settled.js';
import { desk, phone, startVisit } from './visit.js';

const data = mkdtempSync(join(tmpdir(), 'yimen-oversight-'));
const visit = startVisit(() => ({ DATA_DIR: data }));
afterAll(() => rmSync(data, { recursive: true, force: true }));

let page: Page;
afterEach(() => page.close());

let record: string;

/** What a clerk does with a record, for the auditor to find. */
beforeAll(async () => {
  const answer = await visit.get('/api/v1/submissions?limit=1&edition=yongzhou/intake/2014', 'clerk');
  record = (answer as { items: { id: string }[] }).items[0]?.id ?? '';
  const clerk = await visit.open(`/records/${record}`, { role: 'clerk' });
  await clerk.evaluate(async (id) => {
    const { csrf } = await (await fetch('/api/v1/session')).json();
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
    const send = (method: string, path: string, body: object, more = {}) =>
      fetch(`/api/v1/submissions/${path}`, { method, headers: { ...headers, ...more }, body: JSON.stringify(body) });
    await send('POST', `${id}/personal-data`, { reason: '申请人来电核对' });
    await send('POST', 'search', { identity: '11010519491231002X' });
    const { facts } = await (await fetch(`/api/v1/submissions/${id}`)).json();
    const application = { ...facts.application, phone: '13900005678' };
    await send('PUT', id, { facts: { application }, reason: '录入有误' }, { 'if-match': '"1"' });
  }, record);
  await clerk.close();
}, 120_000);

async function openTrail(path = '/audit', size = desk): Promise<void> {
  page = await visit.open(path, { role: 'auditor', size });
  await page.locator('.audit-day li').first().waitFor();
  await settled(page);
}

const entries = async () =>
  (await page.locator('.audit-what').allInnerTexts()).map((text) => text.replaceAll(/\n+/gu, ' '));

describe('the audit trail', () => {
  it('tells in sentences who did what, newest first', async () => {
    await openTrail();
    const told = await entries();
    expect(told[0]).toBe('auditor 登录');
    expect(told).toContain('clerk 更正了一份记录 改动：联系电话 理由：录入有误');
    expect(told).toContain('clerk 查看了一份记录的个人信息 理由：申请人来电核对');
    expect(told).toContain('clerk 按身份证号码查找了记录 找到 0 份');
    expect(told.some((entry) => /^系统 邀请了账号 clerk 窗口人员 · \S+$/u.test(entry))).toBe(true);
    const numbers = (await page.locator('.audit-where .figure').allInnerTexts()).map((text) =>
      Number(text.match(/\d+/u)),
    );
    expect(numbers).toEqual([...numbers].sort((one, other) => other - one));
    expect(await page.locator('main').innerText()).not.toContain('13900005678');
  }, 60_000);

  it.each([
    ['a desk', desk],
    ['a phone', phone],
  ])(
    'is narrowed by kind, account and day, and widened again, on %s',
    async (_, size) => {
      await openTrail('/audit', size);
      await page.getByLabel('做了什么').click();
      await page.getByLabel('做了什么').fill('查看个人');
      await page.getByTitle('查看个人信息', { exact: true }).click();
      await page.waitForURL(/action=personal-data-shown/u);
      // The same entry stands in the list before it is narrowed.
      await page.waitForFunction(() => document.querySelectorAll('.audit-day li').length === 1);
      expect(await entries()).toEqual(['clerk 查看了一份记录的个人信息 理由：申请人来电核对']);

      await page.getByLabel('谁（用户名）').fill('nobody');
      await page.getByLabel('谁（用户名）').press('Enter');
      await page.getByText('没有符合条件的操作记录').waitFor();
      await page.getByRole('button', { name: '清除筛选' }).click();
      await page.locator('.audit-day li').nth(3).waitFor();

      await page.getByLabel('到', { exact: true }).click();
      await page.locator('.ant-picker-dropdown').getByText('今天').click();
      await page.waitForURL(/to=\d{4}-\d{2}-\d{2}/u);
      await page.locator('.audit-day li').first().waitFor();
      await page.goto(`${visit.url()}/audit?to=2014-01-01`);
      await page.getByText('没有符合条件的操作记录').waitFor();
    },
    60_000,
  );

  it('offers every kind of action in words', async () => {
    await openTrail();
    await page.getByLabel('做了什么').click();
    const list = page.locator(
      '.ant-select-dropdown .rc-virtual-list-holder, .ant-select-dropdown [class*="list-holder"]',
    );
    await list.first().waitFor();
    const seen = new Set<string>();
    for (let turn = 0; turn < auditActions.length + 8; turn += 1) {
      for (const title of await page.locator('.ant-select-item-option-grouped').allInnerTexts()) seen.add(title);
      await page.keyboard.press('ArrowDown');
    }
    expect(seen.size).toBe(auditActions.length);
    for (const title of seen) expect(title).not.toMatch(/[A-Za-z.]/u);
  }, 60_000);

  it('is led to from a record, with its entries alone, and leads back', async () => {
    page = await visit.open(`/records/${record}`, { role: 'auditor' });
    await page.getByRole('button', { name: '操作记录' }).click();
    await page.getByText('只列出与一份记录').waitFor();
    await page.locator('.audit-day li').first().waitFor();
    await page.getByText('改动：联系电话').waitFor();
    expect((await entries()).every((entry) => entry.includes('一份记录'))).toBe(true);
    await page.getByRole('link', { name: '一份记录' }).first().click();
    await page.waitForURL(`**/records/${record}`);
  }, 60_000);

  it('goes on where a page of it ends', async () => {
    page = await visit.open('/', { role: 'clerk' });
    await page.evaluate(async (id) => {
      const { csrf } = await (await fetch('/api/v1/session')).json();
      const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
      const asked = { method: 'POST', headers, body: JSON.stringify({ reason: '申请人来电核对' }) };
      for (let time = 0; time < 45; time += 1) await fetch(`/api/v1/submissions/${id}/personal-data`, asked);
    }, record);
    await page.close();
    const answer = (await visit.get('/api/v1/audit?limit=200', 'auditor')) as AuditPage;
    await openTrail();
    expect(await page.locator('.audit-day li').count()).toBe(50);
    await page.getByRole('button', { name: '显示更多' }).click();
    await page.locator('.audit-day li').nth(50).waitFor();
    // Signing in to look is an entry too.
    expect(await page.locator('.audit-day li').count()).toBeGreaterThanOrEqual(Math.min(answer.items.length, 100));
    expect(await entries()).toContain('系统 邀请了账号 administrator 配置管理员 · 永州市');
  }, 60_000);
});

const check = () => page.getByRole('button', { name: '核对整条记录链' }).click();

describe('the check of the whole trail', () => {
  it('tells that it is intact, with a fingerprint to write down', async () => {
    await openTrail();
    await check();
    await page.getByText(/全部 \d+ 条操作记录完好/u).waitFor();
    const { head } = (await visit.get('/api/v1/audit/report', 'auditor')) as AuditReport;
    const short = (await page.locator('.audit-print').innerText()).trim();
    expect(short).toMatch(/^(?:[0-9a-f]{4} ){3}[0-9a-f]{4}$/u);
    const told = await page.locator('.audit-result').innerText();
    expect(told).toMatch(/\d+年\d+月\d+日/u);
    expect(Number(told.match(/到第 (\d+) 条/u)?.[1])).toBeLessThan(head.sequence);
    const { items } = (await visit.get('/api/v1/audit?limit=200', 'auditor')) as AuditPage;
    const of = items.find(({ sequence }) => sequence === Number(told.match(/到第 (\d+) 条/u)?.[1]));
    expect(of?.hash.startsWith(short.replaceAll(' ', ''))).toBe(true);
    await page.getByText(`第 ${of?.sequence} 条`, { exact: true }).click();
    await page.locator('.audit-day').getByText(short).waitFor();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(of?.hash);
  }, 60_000);

  const onSqlite = process.env.TEST_DATABASE !== 'mariadb';
  (onSqlite ? it : it.skip)(
    'tells which entry was changed and what to do, in the words of the screen',
    async () => {
      const database = new DataSource({ type: 'better-sqlite3', database: join(data, 'yimen.sqlite') });
      await database.initialize();
      await database.query(`UPDATE audit_entry SET account_name = 'innocent' WHERE sequence = 4`);
      await database.query('DELETE FROM audit_entry WHERE sequence = 7');
      await database.destroy();
      await openTrail();
      await check();
      await page.getByText('操作记录不完整').waitFor();
      const told = await page.locator('.audit-result').innerText();
      expect(told).toContain('第 4 条被改动过');
      expect(told).toContain('第 7 条不见了');
      expect(told).toContain('告知系统运维');
    },
    60_000,
  );
});

describe('the pages', () => {
  it('made no error in the console under the strict policy', () => {
    // The wrong passwords were refused, as they should be.
    expect(visit.faults.filter((fault) => !fault.includes('401'))).toEqual([]);
  });
});
