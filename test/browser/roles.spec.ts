import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@yimen/contracts';
import type { Page } from 'playwright-core';
import { phone, startVisit } from './visit.js';

const visit = startVisit();

interface Sees {
  readonly menu: readonly string[];
  /** What the first page offers. */
  readonly cards: readonly string[];
  /** What can be done with a record of the window. */
  readonly actions: readonly string[];
  /** The pages that open for the role; all others tell that they are not for it. */
  readonly pages: readonly (keyof typeof addresses)[];
}

const addresses = {
  window: '/window/yongzhou/intake/2014',
  sheet: '/acceptance/yongzhou/acceptance/2014',
  records: '/records',
  record: '/records/<id>',
  correction: '/records/<id>/correction',
  areas: '/areas',
  accounts: '/accounts',
  audit: '/audit',
} as const;

const always = ['重新计算', '打印'];

const roles: Readonly<Record<Role, Sees>> = {
  clerk: {
    menu: ['首页', '办理记录'],
    cards: ['受理求助申请'],
    actions: [...always, '更正', '再办一件', '显示完整信息'],
    pages: ['window', 'records', 'record', 'correction', 'areas'],
  },
  assessor: {
    menu: ['首页', '办理记录'],
    cards: ['填写验收评分表'],
    actions: always,
    pages: ['sheet', 'records', 'record', 'areas'],
  },
  'county-lead': {
    menu: ['首页', '办理记录'],
    cards: [],
    actions: [...always, '显示完整信息'],
    pages: ['records', 'record', 'areas'],
  },
  'city-lead': { menu: ['首页', '办理记录'], cards: [], actions: always, pages: ['records', 'record', 'areas'] },
  auditor: {
    menu: ['首页', '办理记录', '操作记录'],
    cards: ['操作记录'],
    actions: ['操作记录', ...always],
    pages: ['records', 'record', 'audit', 'areas'],
  },
  operator: { menu: ['首页', '区域', '账号'], cards: ['账号', '区域'], actions: [], pages: ['accounts', 'areas'] },
  administrator: { menu: ['首页', '区域'], cards: ['区域'], actions: [], pages: ['areas'] },
  reviewer: { menu: ['首页'], cards: [], actions: [], pages: ['areas'] },
};

let record: string;
beforeAll(async () => {
  const answer = await visit.get('/api/v1/submissions?limit=1&edition=yongzhou/intake/2014', 'clerk');
  record = (answer as { items: { id: string }[] }).items[0]?.id ?? '';
}, 60_000);

describe.each(Object.entries(roles) as [Role, Sees][])('the %s', (role, sees) => {
  let page: Page;
  beforeAll(async () => {
    page = await visit.open('/', { role });
    await page.getByRole('heading', { level: 1 }).waitFor();
  }, 60_000);
  afterAll(() => page.close());

  const go = async (address: string) => {
    await page.goto(visit.url() + address.replace('<id>', record));
    await page.waitForLoadState('networkidle');
    await page.locator('main :is(h1, h2)').first().waitFor();
  };

  it('is offered its own work and nothing else', async () => {
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('navigation', { name: '主导航' }).getByRole('link').allInnerTexts()).toEqual(sees.menu);
    expect(await page.locator('.job strong').allInnerTexts()).toEqual(sees.cards);
  }, 60_000);

  it.each(Object.entries(addresses))(
    'is let onto the page %s or told that it is not for the role',
    async (name, address) => {
      await go(address);
      const told = await page.getByRole('heading', { name: '这一页不在您的职责之内' }).count();
      expect({ name, allowed: told === 0 }).toEqual({ name, allowed: (sees.pages as string[]).includes(name) });
    },
    60_000,
  );

  it('can do with a record what the role is for', async () => {
    await go(addresses.record);
    expect(await page.locator('main').getByRole('button').allInnerTexts()).toEqual(sees.actions);
  }, 60_000);

  it('finds room for its menu on a phone', async () => {
    await page.setViewportSize(phone);
    await go('/');
    const nav = page.getByRole('navigation', { name: '主导航' });
    expect(await nav.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  }, 60_000);
});

describe('the pages', () => {
  it('made no error in the console, refused or not', () => {
    expect(visit.faults).toEqual([]);
  });
});
