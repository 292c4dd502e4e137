import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role, Session } from '@yimen/contracts';
import type { Page } from 'playwright-core';
import { signsInThrough } from '../support/identity-provider.js';
import { violationsOf } from './accessibility.js';
import { beginDraft } from './sending.js';
import { desk, type PageOptions, phone, startVisit } from './visit.js';

/** With a provider in the settings the door and the accounts show all they can; nobody goes there. */
const visit = startVisit(() => signsInThrough('https://id.invalid', 'https://yimen.invalid'));

/** One stored record of each kind, by its path. */
const records: Record<string, string> = {};

/** A draft of each kind, by its path. */
const drafts: Record<'standard' | 'desk', string> = { standard: '', desk: '' };

beforeAll(async () => {
  const administrator = await visit.open('/studio', { role: 'administrator' });
  drafts.standard = await beginDraft(administrator, 'yongzhou/acceptance/2014');
  drafts.desk = await beginDraft(administrator, 'yongzhou/intake/2014', 'revision');
  await administrator.close();
  for (const edition of ['yongzhou/intake/2014', 'yongzhou/acceptance/2014']) {
    const answer = await visit.get(`/api/v1/submissions?limit=1&edition=${edition}`, 'county-lead');
    const { items } = answer as { items: { id: string }[] };
    records[edition] = `/records/${items[0]?.id}`;
  }
}, 60_000);

const pages = (): Record<string, string> => ({
  home: '/',
  window: '/window/yongzhou/intake/2014',
  sheet: '/acceptance/yongzhou/acceptance/2014',
  records: '/records',
  'record of the window': records['yongzhou/intake/2014'] ?? '',
  'record for an auditor': records['yongzhou/intake/2014'] ?? '',
  'correction at the window': `${records['yongzhou/intake/2014']}/correction`,
  'record of the sheet': records['yongzhou/acceptance/2014'] ?? '',
  'correction of a sheet': `${records['yongzhou/acceptance/2014']}/correction`,
  nothing: '/no-such-page',
  areas: '/areas',
  'one area': '/areas?area=qiyang',
  accounts: '/accounts',
  'own account': '/account',
  audit: '/audit',
  'not allowed': '/accounts',
  door: '/',
  'door after a problem': '/?problem=unlinked-person',
  welcome: '/welcome#none',
  editions: '/studio',
  'history of an edition': '/studio/editions/yongzhou/acceptance/2014',
  'year of a draft': `${drafts.standard}/year`,
  'table of a draft': `${drafts.standard}/table`,
  'forms of a draft': `${drafts.standard}/forms`,
  'lists of a draft': `${drafts.standard}/lists`,
  'formulas of a draft': `${drafts.desk}/formulas`,
  'basics of a draft': `${drafts.standard}/basics`,
  'cases of a draft': `${drafts.desk}/cases`,
  'checks of a draft': `${drafts.standard}/checks`,
  'impact of a draft': `${drafts.standard}/impact`,
  'review of a draft': `${drafts.standard}/review`,
  'desk of a draft': `${drafts.desk}/desk`,
  'calendar of a draft': `${drafts.desk}/calendar`,
});

/** Pages of the Studio are the administrator's. */
const isStudio = (name: string): boolean => name === 'editions' || /(edition|draft)$/u.test(name);

/** Who has to be signed in for a page, where it is not who works there. */
const others: Readonly<Record<string, Role | null>> = {
  door: null,
  'door after a problem': null,
  accounts: 'operator',
  areas: 'administrator',
  'one area': 'administrator',
  audit: 'auditor',
  'record for an auditor': 'auditor',
  'record of the sheet': 'assessor',
  'correction of a sheet': 'assessor',
};
const who = (name: string): PageOptions => {
  if (isStudio(name)) return { role: 'administrator' };
  return name in others ? { role: others[name] ?? null } : {};
};

let page: Page;
afterEach(() => page?.close());

async function openSettled(path: string, options?: PageOptions): Promise<Page> {
  page = await visit.open(path, options);
  await page.waitForLoadState('networkidle');
  await page.locator('main :is(h1, h2)').first().waitFor({ state: 'attached' });
  return page;
}

describe.each(Object.keys(pages()))('the page %s', (name) => {
  it.each([
    ['a desk in Chinese', { size: desk, language: 'zh' as const }],
    ['a phone in Chinese', { size: phone, language: 'zh' as const }],
    ['a desk in English', { size: desk, language: 'en' as const }],
  ])(
    'is accessible, fits and keeps to its language on %s',
    async (_, options) => {
      const before = visit.faults.length;
      await openSettled(pages()[name] as string, { ...options, ...who(name) });
      expect(await violationsOf(page)).toEqual([]);

      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);

      const text = await page.evaluate(() => {
        for (const foreign of document.querySelectorAll('body [lang]')) foreign.remove();
        return document.body.innerText;
      });
      const foreign = options.language === 'zh' ? /[A-Za-z]{2,}/gu : /\p{Script=Han}+/gu;
      expect(text.match(foreign) ?? []).toEqual([]);
      expect(visit.faults.slice(before)).toEqual([]);
    },
    60_000,
  );
});

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
