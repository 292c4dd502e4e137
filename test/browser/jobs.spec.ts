import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { editionIn } from '../support/shipped.js';
import { answer, caseOf, questionsInOrder } from './filling.js';
import { desk, phone, startVisit } from './visit.js';

const visit = startVisit();

describe.each([
  ['a desk', desk],
  ['a phone', phone],
])('at the window, on %s', (_, size) => {
  const edition = editionIn('yongzhou/intake/2014');

  /** Fills the form with a case and sends it. */
  async function take(id: string, prepare = async (_: Page) => {}): Promise<Page> {
    const facts = caseOf(edition, id).facts.application as Record<string, unknown>;
    const page = await visit.open('/', { size });
    await prepare(page);
    await page.getByRole('link', { name: /受理求助申请/u }).click();
    for (const { step, facts: questions } of questionsInOrder(edition)) {
      await page.getByRole('heading', { name: step, level: 2 }).waitFor();
      for (const fact of questions) await answer(page, fact, facts[fact.id]);
      await page.getByRole('button', { name: /下一步|确认受理/u }).click();
    }
    return page;
  }

  it('an application is filled step by step and its outcome told with papers and clause', async () => {
    const page = await take('application-5');
    await page.getByRole('heading', { name: '一次性告知补正材料' }).waitFor();
    const result = await page.locator('.desk-result').innerText();
    expect(result).toContain('申请书');
    expect(result).toContain('人社部门');
    expect(result).toContain('条款：正文·二·4·(4)');
    await page.getByRole('button', { name: '重新计算' }).click();
    await page.getByText('完全一致').waitFor();
    await page.close();
  }, 120_000);

  it('a matter with a limit is taken today, whatever day it is', async () => {
    const limited = edition.cases.find(({ expect }) => expect.disposition === 'report');
    const page = await take(limited?.id ?? '');
    await page.getByRole('heading', { name: '受理上报' }).waitFor();
    const due = `${limited?.expect.dueInWorkingDays} 个工作日内`;
    expect(await page.locator('.desk-result').innerText()).toContain(due);
    await page.close();
  }, 120_000);

  it('an application whose answer was lost is stored once, and what was changed since becomes a correction', async () => {
    let lost = 0;
    const losing = async (page: Page): Promise<void> => {
      await page.route('**/api/v1/submissions', async (route) => {
        if (route.request().method() !== 'POST' || lost > 0) return route.continue();
        lost += 1;
        await route.fetch();
        return route.abort();
      });
    };
    const page = await take('application-5', losing);
    await page.getByText('没有保存成功，填写的内容还在').waitFor();
    for (const _ of questionsInOrder(edition).slice(1)) await page.getByRole('button', { name: '上一步' }).click();
    await page.getByLabel('姓名').first().fill('王大明');
    for (const _ of questionsInOrder(edition)) await page.getByRole('button', { name: /下一步|确认受理/u }).click();
    await page.getByText('上次其实已经保存').waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/records\/[^/]+\/correction$/u);
    await page.close();
  }, 120_000);

  it('a step with something wrong says what, in Chinese, and leads there', async () => {
    const page = await visit.open('/window/yongzhou/intake/2014', { size });
    const [first] = questionsInOrder(edition);
    await page.getByRole('heading', { name: first?.step ?? '', level: 2 }).waitFor();
    const number = edition.facts.get('idNumber');
    if (number) await answer(page, number, '431102198001010011');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('有 4 处需要修改').waitFor();
    expect(await page.locator('.error-summary').innerText()).toContain('身份证号码不正确');
    await page.getByRole('button', { name: '身份证号码' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('application_idNumber');
    await page.close();
  }, 60_000);
});

describe('the acceptance sheet', () => {
  const edition = editionIn('yongzhou/acceptance/2014');
  const sheet = caseOf(edition, 'sheet-2');
  const given = Object.assign({}, ...Object.values(sheet.facts)) as Record<string, unknown>;
  const expected = sheet.expect as { total: number; lines: Record<string, number> };

  it('scores itself line by line while it is filled, and is stored with the same total', async () => {
    const page = await visit.open('/acceptance/yongzhou/acceptance/2014');
    await page.getByText('还有 21 项未完成').waitFor();
    for (const { facts } of questionsInOrder(edition))
      for (const fact of facts) await answer(page, fact, given[fact.id]);

    await page.locator('.summary-total', { hasText: '总分' }).waitFor();
    for (const [line, score] of Object.entries(expected.lines)) {
      expect({ line, score: Number(await page.locator(`#line-${line} .score b`).innerText()) }).toEqual({
        line,
        score,
      });
    }
    expect(await page.locator('.summary-total b').innerText()).toBe(String(expected.total));
    expect(await page.locator('#line-venue .losses').innerText()).toContain('条款：附件2·硬件条件·办公场所·1');
    await page.getByRole('button', { name: '保存评分表' }).click();
    await page.waitForURL(/\/records\//u);
    expect(await page.locator('.summary-total b').innerText()).toBe(String(expected.total));
    expect(await page.locator('.summary').innerText()).toContain('不合格');
    await page.close();
  }, 180_000);

  it('answers no question by itself', async () => {
    const page = await visit.open('/acceptance/yongzhou/acceptance/2014');
    const county = page.locator('#field-county_countyTeam');
    await county.getByRole('radio', { name: '是', exact: true }).check();
    await page.locator('#field-unit_unitType').getByRole('radio').first().check();
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    expect(await page.getByRole('button', { pressed: true }).count()).toBe(0);
    expect(await page.getByText('尚未回答').count()).toBe(
      [...edition.facts.values()].filter(({ type }) => type.kind === 'checklist' || type.kind === 'rows').length,
    );
    await page.getByText('还有 21 项未完成').waitFor();
    await page.close();
  }, 60_000);

  it('leads from a line to its first open question', async () => {
    const page = await visit.open('/acceptance/yongzhou/acceptance/2014');
    await page.getByRole('button', { name: '宽带网络' }).click();
    await page.waitForFunction(() => document.activeElement?.closest('.question')?.id === 'field-unit_broadband');
    await page.close();
  }, 60_000);
});

describe('the pages', () => {
  it('made no error in the console under the strict policy', () => {
    // The browser tells of the answer that was lost.
    expect(visit.faults.filter((fault) => !fault.includes('net::ERR_FAILED'))).toEqual([]);
  });
});
