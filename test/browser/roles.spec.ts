import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@yimen/contracts';
import type { Page } from 'playwright-core';
import { deskRequest } from '../api/submission-input.js';
import { send, signIn } from '../faults/client.js';
import { settled } from './settled.js';
import { phone, startVisit } from './visit.js';

const visit = startVisit();

type Listed = 'matter' | 'sheet' | 'foreign';

interface Sees {
  readonly menu: readonly string[];
  /** What the first page offers. */
  readonly cards: readonly string[];
  /** The records in its list: matters and sheets of the samples' county, and a matter of another. */
  readonly records: readonly Listed[];
  /** What can be done with a record: a sheet where the role reads no matters. */
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
  studio: '/studio',
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
    records: ['matter'],
    pages: ['window', 'records', 'record', 'correction', 'areas'],
  },
  assessor: {
    menu: ['首页', '办理记录'],
    cards: ['填写验收评分表'],
    actions: [...always, '更正', '再填一份'],
    records: ['sheet'],
    pages: ['sheet', 'records', 'record', 'correction', 'areas'],
  },
  'county-lead': {
    menu: ['首页', '办理记录'],
    cards: [],
    actions: [...always, '显示完整信息'],
    records: ['matter', 'sheet'],
    pages: ['records', 'record', 'areas'],
  },
  'city-lead': {
    menu: ['首页', '办理记录'],
    cards: [],
    actions: always,
    records: ['matter', 'sheet', 'foreign'],
    pages: ['records', 'record', 'areas'],
  },
  auditor: {
    menu: ['首页', '办理记录', '配置', '操作记录'],
    cards: ['配置', '操作记录'],
    actions: ['操作记录', ...always],
    records: ['matter', 'sheet', 'foreign'],
    pages: ['records', 'record', 'audit', 'studio', 'areas'],
  },
  operator: {
    menu: ['首页', '区域', '账号'],
    cards: ['账号', '区域'],
    actions: [],
    records: [],
    pages: ['accounts', 'areas'],
  },
  administrator: {
    menu: ['首页', '配置', '区域'],
    cards: ['配置', '区域'],
    actions: [],
    records: [],
    pages: ['studio', 'areas'],
  },
  reviewer: { menu: ['首页', '配置'], cards: ['配置'], actions: [], records: [], pages: ['studio', 'areas'] },
};

/** How the button at the door is called that signs in as a role. */
const doors: Readonly<Record<Role, string>> = {
  clerk: '窗口人员',
  assessor: '验收人员',
  'county-lead': '县区负责人',
  'city-lead': '市级负责人',
  administrator: '配置管理员',
  reviewer: '配置审核人',
  auditor: '审计人员',
  operator: '系统运维',
};

const editions = { matter: 'yongzhou/intake/2014', sheet: 'yongzhou/acceptance/2014' } as const;

/** The newest records of the samples' county, and one that another county made after them. */
const records = new Map<Listed, string>();
beforeAll(async () => {
  for (const [kind, edition] of Object.entries(editions)) {
    const answer = await visit.get(`/api/v1/submissions?limit=1&edition=${edition}`, 'county-lead');
    records.set(kind as Listed, (answer as { items: { id: string }[] }).items[0]?.id ?? '');
  }
  records.set('foreign', await storeElsewhere());
}, 60_000);

async function storeElsewhere(): Promise<string> {
  const url = visit.url();
  const operator = await signIn(url, 'operator', 'Yimen-samples-1');
  const creation = { title: '外县', assignments: [{ role: 'clerk', area: 'lengshuitan' }] };
  const { body } = await send(url, operator, 'PUT', '/api/v1/accounts/elsewhere', creation);
  const password = 'a good password';
  await send(url, undefined, 'POST', '/api/v1/welcome', { token: String(body.link).split('#')[1], password });
  const clerk = await signIn(url, 'elsewhere', password);
  return (await send(url, clerk, 'POST', '/api/v1/submissions', deskRequest())).body.id;
}

describe.each(Object.entries(roles) as [Role, Sees][])('the %s', (role, sees) => {
  let page: Page;
  beforeAll(async () => {
    page = await visit.open('/', { role: null });
    await page.getByRole('button', { name: doors[role], exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /您好|今天要办什么/u }).waitFor();
  }, 60_000);
  afterAll(() => page.close());

  const go = async (address: string) => {
    const id = records.get(sees.records[0] ?? 'matter') ?? '';
    await page.goto(visit.url() + address.replace('<id>', id));
    await settled(page);
  };

  it('is offered its own work and nothing else', async () => {
    await settled(page);
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

  it('is listed the records of its kinds in its area and no others', async () => {
    const listed: string[] = [];
    for (const edition of Object.values(editions)) {
      await go(`/records?edition=${encodeURIComponent(edition)}`);
      const links = await page
        .locator('main a[href^="/records/"]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      listed.push(...[...records].filter(([, id]) => links.includes(`/records/${id}`)).map(([kind]) => kind));
    }
    expect(listed.sort()).toEqual([...sees.records].sort());
  }, 60_000);

  it.each(['matter', 'sheet', 'foreign'] as const)(
    'is shown the record of the address or not: %s',
    async (kind) => {
      await go(`/records/${records.get(kind)}`);
      const denied = await page.getByRole('heading', { name: /没有找到|不在您的职责之内/u }).count();
      expect({ kind, shown: denied === 0 }).toEqual({ kind, shown: sees.records.includes(kind) });
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
  it('made no error in the console but the records of others that were looked for', () => {
    expect(visit.faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  });
});
