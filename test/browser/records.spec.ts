import { afterEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { editionIn } from '../support/shipped.js';
import { answer, caseOf } from './filling.js';
import { desk, phone, startVisit } from './visit.js';

const visit = startVisit();
const intake = editionIn('yongzhou/intake/2014');
const acceptance = editionIn('yongzhou/acceptance/2014');

const person = {
  applicantName: '欧阳若兰',
  idNumber: '11010519491231002X',
  phone: '13800001234',
  address: '南津渡街道1号',
};
const masked = ['欧***', '110***********002X', '138****1234', '南******'];

let page: Page;
afterEach(() => page.close());

/** Stores something as whoever is signed in on the page, and returns the record's path. */
async function store(edition: string, facts: object): Promise<string> {
  const id = await page.evaluate(
    async (body) => {
      const { csrf } = await (await fetch('/api/v1/session')).json();
      const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
      const answer = await fetch('/api/v1/submissions', { method: 'POST', headers, body: JSON.stringify(body) });
      return (await answer.json()).id;
    },
    { edition, facts },
  );
  return `/records/${id}`;
}

const matter = (values: object = {}) => {
  const facts = caseOf(intake, 'application-5').facts.application as object;
  return { application: { ...facts, ...person, ...values } };
};

async function openRecord(size = desk, values: object = {}): Promise<string> {
  page = await visit.open('/', { role: 'clerk', size });
  const path = await store(intake.id, matter(values));
  await page.goto(visit.url() + path);
  await page.locator('.answers').waitFor();
  return path;
}

const text = () => page.locator('main').innerText();

/** Says why the personal answers are needed, in own words. */
async function showInFull(reason: string): Promise<void> {
  await page.getByRole('button', { name: '显示完整信息' }).click();
  const dialog = page.getByRole('dialog', { name: '为什么要看完整的个人信息？' });
  const show = dialog.getByRole('button', { name: '显示', exact: true });
  expect(await show.isDisabled()).toBe(true);
  await dialog.getByRole('radio', { name: '其他理由' }).check();
  expect(await show.isDisabled()).toBe(true);
  await dialog.getByLabel('请写明理由').fill(reason);
  await show.click();
  await page.getByText('个人信息已完整显示').waitFor();
  await dialog.waitFor({ state: 'hidden' });
}

describe.each([
  ['a desk', desk],
  ['a phone', phone],
])('personal answers, on %s', (_, size) => {
  it('are shown in full for a reason, printed as they are shown, and hidden again', async () => {
    const path = await openRecord(size);
    for (const mask of masked) expect(await text()).toContain(mask);
    for (const secret of Object.values(person)) expect(await text()).not.toContain(secret);

    await showInFull('申请人来电核对');
    for (const secret of Object.values(person)) expect(await text()).toContain(secret);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText(person.idNumber).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: '隐藏' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });

    const kept = await page.evaluate(() => JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }]));
    expect(kept).toContain(path);
    for (const secret of Object.values(person)) expect(kept).not.toContain(secret);

    await page.getByRole('button', { name: '隐藏' }).click();
    await page.getByText('个人信息已遮住').waitFor();
    for (const secret of Object.values(person)) expect(await text()).not.toContain(secret);
  }, 60_000);
});

describe('personal answers that are shown', () => {
  it('hide by themselves after two minutes, and when the page is left', async () => {
    const path = await openRecord();
    await page.clock.install();
    await showInFull('联系申请人');
    await page.clock.runFor(110_000);
    expect(await text()).toContain(person.phone);
    await page.clock.runFor(11_000);
    await page.getByText('个人信息已遮住').waitFor();
    expect(await text()).not.toContain(person.phone);

    await showInFull('联系申请人');
    await page.getByRole('link', { name: '办理记录' }).click();
    await page.getByRole('heading', { name: '办理记录', level: 1 }).waitFor();
    await page.goBack();
    await page.waitForURL(`**${path}`);
    await page.locator('.answers').waitFor();
    await page.getByText('个人信息已遮住').waitFor();
    expect(await text()).not.toContain(person.phone);
  }, 60_000);
});

describe('the records of a person', () => {
  it('are found by the whole identity number, which stays out of the address', async () => {
    const other = '440524188001010014';
    const path = await openRecord(desk, { idNumber: other });
    await page.getByRole('link', { name: '办理记录' }).click();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const field = page.getByLabel('按身份证号码查找');
    await field.fill(other.replace(/4$/u, '5'));
    await field.press('Enter');
    await page.getByText('身份证号码不正确').waitFor();
    expect(requests.filter((url) => url.endsWith('/search'))).toEqual([]);

    await field.fill(other);
    await field.press('Enter');
    await page.getByText('找到 1 份记录').waitFor();
    expect(await page.locator('.records a').evaluateAll((all) => all.map((each) => each.getAttribute('href')))).toEqual(
      [path],
    );
    expect([page.url(), ...requests].join(' ')).not.toContain(other);

    await page.getByRole('button', { name: '回到全部记录' }).click();
    await page.getByLabel('按标准或规则筛选').waitFor();
    expect(await page.locator('.records li').count()).toBeGreaterThan(1);
  }, 60_000);

  it('are told to be none where there are none', async () => {
    page = await visit.open('/records', { role: 'clerk' });
    await page.getByLabel('按身份证号码查找').fill('110101199003070054');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText('没有这个人的记录').waitFor();
  }, 60_000);
});

const next = async (times: number) => {
  for (let time = 0; time < times; time += 1) await page.getByRole('button', { name: '下一步' }).click();
};

async function sayWhy(): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '为什么要更正？' });
  await dialog.getByRole('radio', { name: '录入有误' }).check();
  await dialog.getByRole('button', { name: '保存更正' }).click();
}

describe.each([
  ['a desk', desk],
  ['a phone', phone],
])('a correction at the window, on %s', (_, size) => {
  it('keeps what is masked and stores what was entered anew', async () => {
    await openRecord(size);
    await page.getByRole('button', { name: '更正' }).click();
    await page.getByRole('heading', { name: '更正：求助申请' }).waitFor();
    await next(3);
    await page.getByRole('button', { name: '保存更正' }).click();
    await page.getByText('还没有改动任何回答').waitFor();

    await page.locator('.steps .ant-steps-item').first().click();
    await page.getByRole('button', { name: '重新填写：联系电话' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('application_phone');
    await page.keyboard.type('1390000');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('电话号码不正确').first().waitFor();
    expect(await page.locator('.error-summary li').count()).toBe(1);
    await page.getByLabel('联系电话').fill('13900005678');
    await page.getByRole('button', { name: '重新填写：姓名' }).click();
    await page.getByRole('button', { name: '保留原来的回答' }).first().click();
    await page.getByRole('button', { name: '重新填写：姓名' }).waitFor();
    await next(3);
    await page.getByRole('button', { name: '保存更正' }).click();
    await page.getByText('改动了 1 项回答').waitFor();
    await sayWhy();

    await page.getByText('已更正 1 次').waitFor();
    expect(await text()).toContain('139****5678');
    await showInFull('核对更正');
    for (const secret of [person.applicantName, person.idNumber, person.address, '13900005678'])
      expect(await text()).toContain(secret);
  }, 120_000);
});

describe('a correction', () => {
  it('changes the outcome that the record shows', async () => {
    await openRecord();
    await page.getByRole('button', { name: '更正' }).click();
    await next(2);
    const materials = intake.facts.get('materials');
    const asked = intake.facts.get('supplementAsked');
    if (!materials || !asked) throw new Error('the desk asks otherwise');
    expect(await page.locator('.live').innerText()).toContain('一次性告知补正材料');
    await answer(page, asked, true);
    await page.locator('.live', { hasText: '不予受理' }).waitFor();
    await next(1);
    await page.getByRole('button', { name: '保存更正' }).click();
    await sayWhy();
    await page.getByText('已更正 1 次').waitFor();
    await page.getByRole('heading', { name: '不予受理' }).waitFor();
  }, 60_000);

  it('that comes second is told so, keeps what was entered, and is stored on top of the first', async () => {
    const path = await openRecord();
    const first = page;
    await first.goto(`${visit.url()}${path}/correction`);
    const second = await visit.open(`${path}/correction`, { role: 'clerk' });
    await second.getByRole('button', { name: '重新填写：联系电话' }).click();
    await second.getByLabel('联系电话').fill('13700007777');
    await second.getByLabel('联系电话').blur();

    await first.getByRole('button', { name: '重新填写：住址' }).click();
    await first.getByLabel('住址').fill('朝阳街道2号');
    await next(3);
    await first.getByRole('button', { name: '保存更正' }).click();
    await sayWhy();
    await first.getByText('已更正 1 次').waitFor();
    await first.close();

    page = second;
    await next(3);
    await page.getByRole('button', { name: '保存更正' }).click();
    await sayWhy();
    await page.getByText('别人已经改过').waitFor();
    await page.getByRole('button', { name: '载入最新内容' }).click();
    await page.getByText('已载入最新内容').waitFor();
    await page.locator('.steps .ant-steps-item').first().click();
    expect(await page.getByLabel('联系电话').inputValue()).toBe('13700007777');
    expect(await text()).toContain('朝*****');
    await next(3);
    await page.getByRole('button', { name: '保存更正' }).click();
    await sayWhy();
    await page.getByText('已更正 2 次').waitFor();
    await showInFull('核对更正');
    for (const secret of ['13700007777', '朝阳街道2号', person.idNumber]) expect(await text()).toContain(secret);
  }, 120_000);

  it('of a sheet is filled in as the sheet was, and scored anew', async () => {
    page = await visit.open('/', { role: 'assessor' });
    const { facts, expect: expected } = caseOf(acceptance, 'sheet-2');
    await page.goto(visit.url() + (await store(acceptance.id, facts)));
    const total = String(expected.total);
    await page.locator('.summary-total b', { hasText: total }).waitFor();
    await page.getByRole('button', { name: '更正' }).click();
    await page.getByRole('heading', { name: /^更正：/u }).waitFor();
    expect(await page.locator('.summary-total b').innerText()).toBe(total);
    const broadband = acceptance.facts.get('broadband');
    if (!broadband) throw new Error('the sheet asks otherwise');
    const was = Object.assign({}, ...Object.values(facts)).broadband as boolean;
    await answer(page, broadband, !was);
    const corrected = await page.locator('.summary-total b').innerText();
    expect(corrected).not.toBe(total);
    await page.getByRole('button', { name: '保存更正' }).click();
    await sayWhy();
    await page.getByText('已更正 1 次').waitFor();
    expect(await page.locator('.summary-total b').innerText()).toBe(corrected);
  }, 120_000);

  it('is not left behind without asking once something was changed', async () => {
    await openRecord();
    await page.getByRole('button', { name: '更正' }).click();
    await page.getByRole('link', { name: '返回记录' }).click();
    await page.getByRole('button', { name: '更正' }).click();
    await page.getByRole('button', { name: '重新填写：姓名' }).click();
    await page.getByRole('link', { name: '返回记录' }).click();
    await page.getByRole('dialog', { name: '离开这一页？' }).waitFor();
  }, 60_000);
});

describe('the pages', () => {
  it('made no error in the console but the refusal of the second correction', () => {
    expect(visit.faults.filter((fault) => !fault.includes('412'))).toEqual([]);
  });
});
