import { afterEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../apps/api/src/database/data-source.js';
import { readEnvironment } from '../../apps/api/src/env/environment.js';
import { violationsOf } from './accessibility.js';
import { phone, startVisit } from './visit.js';

const visit = startVisit(() => ({ PASSWORD_RULES: 'mlps3' }));
let page: Page;
afterEach(() => page?.close());

/** Makes a password as old as it may not be. */
async function age(name: string): Promise<void> {
  const source = await new DataSource(dataSourceOptions(readEnvironment(visit.place()).database)).initialize();
  await source.query("UPDATE account SET password_since = '2020-01-01T00:00:00.000Z' WHERE name = ?", [name]);
  await source.destroy();
}

describe('Whose password has expired', () => {
  it.each(['desk', 'phone'] as const)(
    'chooses another at the door and goes on to the page asked for: %s',
    async (screen) => {
      const [role, label] = { desk: ['clerk', '窗口人员'], phone: ['assessor', '验收人员'] }[screen] as [
        'clerk',
        string,
      ];
      await age(role);
      page = await visit.open('/records', { role: null, ...(screen === 'phone' ? { size: phone } : {}) });
      await page.getByRole('button', { name: label }).click();
      await page.getByRole('heading', { name: '请更换密码', level: 1 }).waitFor();
      expect(await page.getByRole('link', { name: '办理记录' }).count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await violationsOf(page)).toEqual([]);
      const fill = async (next: string) => {
        await page.getByLabel('现在的密码').fill('Yimen-samples-1');
        await page.getByLabel('新密码').fill(next);
        await page.getByLabel('再输一次密码').fill(next);
        await page.getByRole('button', { name: '保存密码' }).click();
      };
      await fill('Yimen-samples-1');
      await page.getByText('不能与最近 5 次用过的密码相同').waitFor();
      await fill('all-small-letters');
      await page.getByText('密码应含大写字母、小写字母、数字、符号中的 3 种').waitFor();
      await fill('Another-sample-2');
      await page.getByRole('heading', { name: '办理记录', level: 1 }).waitFor();
      await page.getByRole('link', { name: '办理记录' }).waitFor();
    },
    60_000,
  );
});
