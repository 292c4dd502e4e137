/** What an administrator does in the table of a standard, and while another year is confirmed item by item. */
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { violationsOf } from './accessibility.js';
import { saved } from './draft-states.js';
import { beginDraft } from './sending.js';
import { addLine, pointsOf } from './standard-table.js';
import { desk, type PageOptions, phone, startVisit } from './visit.js';

const visit = startVisit();
const pages: Page[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close();
});

let draft: string | undefined;

/** The draft of the next year, begun once; a room of it on screen. */
async function room(name: 'table' | 'year', options: PageOptions = {}): Promise<Page> {
  const page = await visit.open('/studio', { role: 'administrator', ...options });
  pages.push(page);
  draft ??= await beginDraft(page, 'yongzhou/acceptance/2014');
  await page.goto(`${visit.url()}${draft}/${name}`);
  await page
    .locator(name === 'table' ? '.standard-table' : '.year-group')
    .first()
    .waitFor();
  return page;
}

const row = (page: Page, line: string) =>
  page.locator('.standard-row', { has: page.locator('.line-open', { hasText: line }) });

describe('The table of a standard', () => {
  it('adds up while points are typed, and follows its lines where these are right as a whole', async () => {
    const page = await room('table');
    await pointsOf(page, '召开联席会议').fill('5');
    await page.getByText('各项合计 9 分，应为 8 分').waitFor();
    await pointsOf(page, '工作运行').fill('2');
    await page.getByRole('button', { name: '把“工作运行”改为 3 分' }).waitFor();
    await page.getByRole('button', { name: '按考评项更新上级分值' }).click();
    expect(await page.locator('.misfit').count()).toBe(0);
    expect(await page.locator('.standard-table tfoot').innerText()).toMatch(/总分\s+100 分/u);
    await saved(page);
    await page.reload();
    await page.locator('.standard-table').waitFor();
    expect(await pointsOf(page, '召开联席会议').inputValue()).toBe('5');
    expect(await row(page, '工作运行').innerText()).toContain('已修改');
    expect(visit.faults).toEqual([]);
  }, 120_000);

  it('takes a new line with a method and a new question, without anybody leaving it', async () => {
    const page = await room('table');
    await addLine(page, { in: '工作运行', name: '群众满意度', asks: '群众是否满意' });
    await row(page, '群众满意度').getByText('“群众是否满意”为“否”时，不得分').waitFor();
    await saved(page);
    await page.reload();
    await row(page, '群众满意度').getByText('新增', { exact: true }).waitFor();
    expect(visit.faults).toEqual([]);
  }, 120_000);

  it('writes a changed parameter into the rule, and undoes it', async () => {
    const page = await room('table');
    await page.locator('.line-open', { hasText: '办公设施' }).click();
    const drawer = page.locator('.line-drawer');
    await drawer.getByLabel('每缺一项扣').fill('2');
    await drawer.getByText('“已配备的办公设施”每缺一项扣2分').waitFor();
    await drawer.getByRole('button', { name: '关闭' }).click();
    await row(page, '办公设施')
      .getByText(/每缺一项扣2分/u)
      .waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await row(page, '办公设施')
      .getByText(/每缺一项扣1分/u)
      .waitFor();
  }, 90_000);

  it('keeps what a rule takes while points are typed digit by digit', async () => {
    const page = await room('table');
    const line = row(page, '受理及转办程序');
    const field = page.locator('.standard-points').getByLabel('“受理及转办程序”的分值');
    await line.getByText(/是否规范”为“否”时，扣1分/u).waitFor();
    await field.click();
    await field.press('Control+A');
    await field.pressSequentially('10', { delay: 150 });
    await field.blur();
    await line.getByText(/是否规范”为“否”时，扣1分/u).waitFor();
    expect(await field.inputValue()).toBe('10');
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await field.inputValue()).toBe('4');
  }, 90_000);

  it('lists what is retired, struck through, until it is brought back', async () => {
    const page = await room('table');
    await page.getByRole('button', { name: '移动或去掉“宽带网络”' }).click();
    await page.getByRole('menuitem', { name: '停用' }).click();
    const dialog = page.getByRole('dialog', { name: '停用“宽带网络”' });
    await dialog.getByText('是否开通宽带或专线网络').waitFor();
    await dialog.getByRole('button', { name: '停用' }).click();
    await page.locator('.standard-gone del', { hasText: '宽带网络' }).waitFor();
    await page.getByText('各项合计 13 分，应为 15 分').waitFor();
    await page.getByRole('button', { name: '恢复“宽带网络”' }).click();
    await row(page, '宽带网络').getByText('未确认').waitFor();
    expect(await page.locator('.standard-gone').count()).toBe(0);
  }, 90_000);

  it('moves a line by keys, and another to where it is dragged', async () => {
    const page = await room('table');
    const lines = () => page.locator('.line-open').allInnerTexts();
    const before = await lines();
    const at = before.indexOf('便民设施');
    await page.getByRole('button', { name: '移动或去掉“便民设施”' }).press('Alt+ArrowUp');
    await page.waitForFunction(
      ([index, name]) => document.querySelectorAll('.line-open')[Number(index)]?.textContent === name,
      [at - 1, '便民设施'] as const,
    );
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('button', { name: '移动或去掉“专职人员”' }).dragTo(row(page, '机构牌子'), {
      targetPosition: { x: 400, y: 4 },
    });
    await page.waitForFunction(
      ([index, name]) => document.querySelectorAll('.line-open')[Number(index)]?.textContent === name,
      [before.indexOf('机构牌子'), '专职人员'] as const,
    );
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await lines()).toEqual(before);
  }, 90_000);
});

describe('Confirming a year', () => {
  it('goes from item to item by Enter alone, in bulk by group, and counts what is left', async () => {
    const page = await room('year');
    const left = async () => Number(/还有 (\d+) 项/u.exec(await page.locator('.year-bar').innerText())?.[1]);
    const before = await left();
    await page.locator('.year [data-confirm]').first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText(`还有 ${before - 3} 项未确认`).waitFor();
    const group = page.getByRole('region', { name: '工作保障' });
    await group.getByRole('button', { name: /^确认本组/u }).click();
    expect(await group.getByText('未确认', { exact: true }).count()).toBe(0);
    await page.getByRole('checkbox', { name: '只看未确认' }).check();
    expect(await page.getByRole('region', { name: '工作保障' }).count()).toBe(0);
    await saved(page);
    const now = await left();
    await page.reload();
    await page.getByText(`还有 ${now} 项未确认`).waitFor();
    expect(visit.faults).toEqual([]);
  }, 120_000);

  it('keeps a list that questions use, and says which', async () => {
    const page = await room('year');
    await page.getByRole('button', { name: '停用 办公设施' }).last().click();
    await page.getByRole('dialog').getByText('已配备的办公设施').waitFor();
    await page.getByRole('button', { name: '知道了' }).click();
    expect(await page.getByRole('dialog').count()).toBe(0);
  }, 90_000);

  it('leads to the place that is to be changed', async () => {
    const page = await room('year');
    await page.getByRole('link', { name: '修改 窗口未正常运行' }).click();
    await page.locator('.line-drawer').getByRole('heading', { name: '工作运行' }).waitFor();
  }, 90_000);
});

describe.each([
  ['a desk', desk],
  ['a phone', phone],
])('the rooms of a standard, on %s', (_, size) => {
  it('keep nobody out and fit the screen', async () => {
    const told: string[] = [];
    const look = async (page: Page, what: string) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      told.push(
        ...(await violationsOf(page)).map((each) => `${what} ${each}`),
        ...(wide ? [`${what} is too wide`] : []),
      );
    };
    await look(await room('year', { size }), 'year');
    const page = await room('table', { size });
    await look(page, 'table');
    await page.locator('.line-open', { hasText: '办公设施' }).click();
    await page.locator('.method-item').first().waitFor();
    await look(page, 'drawer');
    expect(told).toEqual([]);
  }, 120_000);

  it('show an English page without Chinese words of their own', async () => {
    const page = await room('table', { size, language: 'en' });
    await page.locator('.line-open', { hasText: 'Office equipment' }).click();
    await page.locator('.method-item').first().waitFor();
    const text = await page.evaluate(() => {
      for (const foreign of document.querySelectorAll('[lang="zh-CN"]:not(html)')) foreign.remove();
      return [...document.querySelectorAll<HTMLElement>('.draft-room, .line-drawer')]
        .map((part) => part.innerText)
        .join('\n');
    });
    // The question that was added above has no English title.
    expect(text.replaceAll('群众是否满意', '').match(/[^\n]*\p{Script=Han}[^\n]*/gu) ?? []).toEqual([]);
  }, 90_000);
});
