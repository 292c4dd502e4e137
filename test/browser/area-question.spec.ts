import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { layOut } from '../support/evidence.js';
import { residenceAreas, residenceFiles, residenceForm, residenceId } from '../support/residence.js';
import { editionIn } from '../support/shipped.js';
import { violationsOf } from './accessibility.js';
import { answer, caseOf, questionsInOrder } from './filling.js';
import { beginDraft } from './sending.js';
import { desk, phone, startVisit } from './visit.js';

const sources = residenceFiles();
const folder = mkdtempSync(join(tmpdir(), 'yimen-residence-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const visit = startVisit(() => layOut(sources, folder));
const edition = editionIn(residenceId, sources);
const facts = caseOf(edition, 'application-5').facts[residenceForm] as Record<string, unknown>;
const steps = questionsInOrder(edition);
const asked = ['residence', 'workplace'];

/** What a page says of the one list that is withheld from it. */
const WITHHELD = /status of 400/u;
afterEach(() => expect(visit.faults.filter((fault) => !WITHHELD.test(fault))).toEqual([]));

/** The townships and communities are there, whoever was first to need them. */
async function withAreas(): Promise<void> {
  const page = await visit.open('/', { role: 'administrator' });
  const { request } = page.context();
  const { csrf } = (await (await request.get(`${visit.url()}/api/v1/session`)).json()) as { csrf: string };
  const made = await request.post(`${visit.url()}/api/v1/areas.csv`, {
    data: residenceAreas,
    headers: { 'x-csrf-token': csrf, 'content-type': 'text/csv' },
  });
  expect(made.status()).toBe(200);
  await page.close();
}

const field = (page: Page, question: string) => page.locator(`#field-${residenceForm}_${question}`);
const popup = (page: Page) => page.locator('.area-popup:not(.ant-select-dropdown-hidden)');
const fitsWidth = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

async function fillStep(page: Page, index: number): Promise<void> {
  await page.getByRole('heading', { name: steps[index]?.step ?? '', level: 2 }).waitFor();
  for (const fact of steps[index]?.facts ?? []) if (!asked.includes(fact.id)) await answer(page, fact, facts[fact.id]);
}

const goOn = (page: Page) => page.getByRole('button', { name: /下一步|确认受理/u }).click();

describe('An area at the window', () => {
  it('is found by keyboard alone, told by its way, stored, and shown by its name', async () => {
    await withAreas();
    const page = await visit.open(`/window/${residenceId}`, { size: desk });
    await fillStep(page, 0);
    const home = field(page, 'residence');
    await home.getByRole('combobox').focus();
    await page.keyboard.press('ArrowDown');
    await popup(page).getByText('零陵区').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    // What only leads to others is unfolded and not chosen.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await popup(page).getByText('朝阳街道').waitFor();
    expect(await popup(page).getByText('老埠头社区').count()).toBe(0);
    await page.keyboard.type('南津 东山');
    await popup(page).getByText('东山社区', { exact: true }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await popup(page).getByText('永州市 / 零陵区 / 南津渡街道 / 东山社区').waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await home.getByTitle('永州市 / 零陵区 / 南津渡街道 / 东山社区').waitFor();

    const work = field(page, 'workplace').getByRole('combobox');
    await work.fill('冷水滩');
    await popup(page).getByText('冷水滩区', { exact: true }).waitFor();
    await work.press('Enter');
    await field(page, 'workplace').getByTitle('永州市 / 冷水滩区').waitFor();
    expect(await violationsOf(page)).toEqual([]);

    await goOn(page);
    for (let index = 1; index < steps.length; index += 1) {
      await fillStep(page, index);
      await goOn(page);
    }
    await page.waitForURL(/\/records\//u);
    const answers = page.locator('.answers');
    await answers.getByText('永州市 / 零陵区 / 南津渡街道 / 东山社区').waitFor();
    await answers.getByText('永州市 / 冷水滩区').waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/ferry|lengshuitan/u);
    expect(await violationsOf(page)).toEqual([]);

    await page.getByRole('button', { name: 'English' }).click();
    await answers.getByText('Yongzhou / Lingling District / Nanjindu Subdistrict / Dongshan Community').waitFor();
    await page.close();
  }, 180_000);

  it('is chosen by touch on a phone, and taken back', async () => {
    await withAreas();
    const page = await visit.open(`/window/${residenceId}`, { size: phone });
    const home = field(page, 'residence');
    await home.getByRole('combobox').tap();
    await popup(page).getByText('零陵区').tap();
    await popup(page).getByText('朝阳街道').tap();
    await popup(page).waitFor({ state: 'detached' });
    await home.getByTitle('永州市 / 零陵区 / 朝阳街道').waitFor();
    expect(await fitsWidth(page)).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
    await home.getByRole('button', { name: '清除所选区域' }).tap();
    await home.getByText('选择区域（乡镇街道、村社区）').waitFor();
    await page.close();
  }, 120_000);

  it('says that there is no list to choose from just now, and asks again', async () => {
    await withAreas();
    const page = await visit.open(`/window/${residenceId}`);
    await page.route(/\/api\/v1\/areas\?/u, (route) => route.fulfill({ status: 400, body: '{}' }));
    await page.reload();
    await field(page, 'residence').getByText('暂时取不到区域名单').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.unroute(/\/api\/v1\/areas\?/u);
    await field(page, 'residence').getByRole('button', { name: '再试一次' }).click();
    await field(page, 'residence').getByText('暂时取不到区域名单').waitFor({ state: 'detached' });
    await page.close();
  }, 120_000);
});

describe('A question for an area in the Studio', () => {
  it('is added, limited to levels, previewed, and compared in conditions by names', async () => {
    await withAreas();
    const page = await visit.open('/studio', { role: 'administrator', size: desk });
    await page.goto(`${visit.url()}${await beginDraft(page, residenceId)}/forms`);
    const panel = page.getByRole('region', { name: '问题设置' });
    const preview = page.getByRole('region', { name: '预览' });
    await page.getByRole('button', { name: '在“申请人”添加问题' }).click();
    await panel.getByRole('button', { name: /^区域/u }).click();
    await page.keyboard.type('户籍所在地');
    await panel.getByRole('checkbox', { name: '市', exact: true }).uncheck();
    await panel.getByRole('checkbox', { name: '村社区' }).uncheck();
    await panel.getByRole('checkbox', { name: '乡镇街道' }).uncheck();
    expect(await panel.getByRole('checkbox', { name: '县区' }).isDisabled()).toBe(true);
    const question = preview.locator('.question', { hasText: '户籍所在地' });
    await question.getByText('选择区域（县区）').waitFor();
    await preview.getByRole('button', { name: '检查填写' }).click();
    await question.getByText('请回答这个问题').waitFor();
    await question.getByRole('combobox').fill('零陵');
    await popup(page).getByText('零陵区', { exact: true }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await question.getByRole('combobox').press('Enter');
    await question.getByTitle('永州市 / 零陵区').waitFor();
    await question.getByText('请回答这个问题').waitFor({ state: 'detached' });
    expect(await violationsOf(page)).toEqual([]);
    await page.setViewportSize(phone);
    expect(await fitsWidth(page)).toBe(true);
    await page.setViewportSize(desk);

    await page.getByRole('link', { name: '计算与条件' }).click();
    await page.getByRole('button', { name: '新增条件' }).click();
    await page.getByLabel('条件1：看哪一项').focus();
    await page.keyboard.type('户籍所在地');
    await page.keyboard.press('Enter');
    const value = page.getByLabel('条件1：与什么比较');
    await value.fill('零陵');
    await page.getByTitle('永州市 / 零陵区', { exact: true }).click();
    await page.getByRole('button', { name: '完成' }).click();
    await page.getByText('“户籍所在地”为“永州市 / 零陵区”').waitFor();
    await page.getByRole('link', { name: '审核发布' }).click();
    await page.getByText('“户籍所在地”为“永州市 / 零陵区”').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('lingling');
    await page.close();
  }, 180_000);
});
