import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { violationsOf } from './accessibility.js';
import { beginDraft } from './sending.js';
import { type PageOptions, phone, startVisit } from './visit.js';

const visit = startVisit();
const wide = { width: 1366, height: 768 };

afterEach(() => expect(visit.faults).toEqual([]));

let draft: string | undefined;

/** A page with a part of the draft of next year's standard, begun by the first that asks. */
async function openDraft(room: string, options: PageOptions = {}): Promise<Page> {
  const page = await visit.open('/studio', { role: 'administrator', ...options });
  draft ??= await beginDraft(page, 'yongzhou/acceptance/2014');
  await page.goto(`${visit.url()}${draft}/${room}`);
  return page;
}

const panel = (page: Page) => page.getByRole('region', { name: '问题设置' });
const preview = (page: Page) => page.getByRole('region', { name: '预览' });
const choose = async (page: Page, question: string) => {
  await page.getByText('平台情况', { exact: true }).first().click();
  await page.getByRole('navigation', { name: '步骤和问题' }).getByRole('button', { name: question }).first().click();
};

/** Pastes cells as a spreadsheet hands them over. */
const paste = (page: Page, cell: string, text: string) =>
  page.getByRole('textbox', { name: cell }).evaluate((element, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

const fitsWidth = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

describe('The forms of a draft', () => {
  it('get a question with a condition, drawn as people will see it, its error too', async () => {
    const page = await openDraft('forms');
    await page.getByText('平台情况', { exact: true }).click();
    await page.getByRole('button', { name: '在“办公场所”添加问题' }).click();
    await panel(page).getByRole('button', { name: /^数字/u }).click();
    await page.keyboard.type('等候区座位数');
    await panel(page).getByRole('button', { name: '只在……时才问' }).click();
    await panel(page).getByLabel('条件1：看哪个问题').press('Enter');
    await page.keyboard.type('办公场所');
    await page.keyboard.press('Enter');
    await panel(page).getByText('有服务大厅').waitFor();

    await preview(page).getByText('这个问题有条件').waitFor();
    expect(await preview(page).getByText('等候区座位数').count()).toBe(0);
    await preview(page).getByRole('button', { name: '填好条件' }).click();
    const question = preview(page).locator('.question', { hasText: '等候区座位数' });
    await question.waitFor();
    await preview(page).getByRole('button', { name: '检查填写' }).click();
    await question.getByText('请回答这个问题').waitFor();

    await preview(page).getByTitle('电脑').click();
    await question.waitFor();
    await question.getByRole('spinbutton').fill('12');
    await question.getByRole('spinbutton').blur();
    await question.getByText('请回答这个问题').waitFor({ state: 'detached' });
    expect(await violationsOf(page)).toEqual([]);

    await page.setViewportSize(phone);
    expect(await fitsWidth(page)).toBe(true);
    await page.close();
  }, 120_000);

  it('keep a question that something uses, and lead to what does', async () => {
    const page = await openDraft('forms');
    await choose(page, '已配备的办公设施');
    await panel(page).getByRole('button', { name: '删去问题' }).click();
    const refusal = panel(page).getByRole('alert');
    await refusal.getByText('还有地方用到这个问题').waitFor();
    await refusal.getByRole('link', { name: '缺少办公设施数' }).waitFor();
    await panel(page).getByLabel('题型').press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await refusal.getByText('换题型').waitFor();
    await preview(page).getByText('已配备的办公设施').waitFor();
    await page.close();
  }, 120_000);

  it('ask before a question becomes one of another kind, where cases answer it', async () => {
    const page = await openDraft('forms');
    await choose(page, '平台类型');
    const kind = panel(page).getByLabel('题型');
    await kind.press('Enter');
    await page.locator('.ant-select-item-option').getByText('文字', { exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '换成“文字”？' });
    await dialog.getByText('12 个案例里的答案会一起删去。').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'detached' });
    await panel(page).locator('.ant-select', { hasText: '单选' }).first().waitFor();
    await page.close();
  }, 120_000);

  it('let questions change places by buttons and by dragging', async () => {
    const page = await openDraft('forms');
    const outline = page.getByRole('navigation', { name: '步骤和问题' });
    const names = () => outline.locator('.outline-question').allInnerTexts();
    await outline.locator('.outline-question').first().waitFor();
    const before = await names();
    await outline.locator('.outline-arrows button').nth(1).click();
    expect((await names()).slice(0, 2)).toEqual([before[1], before[0]]);
    await outline
      .locator('.outline-entry')
      .nth(2)
      .dragTo(outline.locator('.outline-entry').first(), {
        targetPosition: { x: 60, y: 2 },
      });
    expect((await names()).slice(0, 3)).toEqual([before[2], before[1], before[0]]);
    await page.close();
  }, 120_000);
});

describe('The lists of a draft', () => {
  it('take pasted rows, which forms then offer', async () => {
    const page = await openDraft('lists', { size: wide });
    await page.getByRole('button', { name: /^办公设施/u }).click();
    await page.getByRole('textbox', { name: '第8行名称' }).waitFor();
    await page.getByRole('button', { name: '加一行' }).click();
    await paste(page, '第9行名称', '投影仪\tProjector\t是\n碎纸机\tShredder\t也许\n饮水机\t\t否\n');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('第10行 必需').waitFor();
    await dialog.getByRole('button', { name: '都不贴' }).click();
    expect(await page.getByRole('textbox', { name: '第9行名称' }).inputValue()).toBe('新的一项');

    await paste(page, '第9行名称', '投影仪\tProjector\t是\n碎纸机\tShredder\t否\n饮水机\t\t否\n');
    await page.getByText('改了 1 行，新增 2 行').waitFor();
    expect(await page.getByRole('textbox', { name: '第10行英文' }).inputValue()).toBe('Shredder');
    expect(await page.getByRole('checkbox', { name: '第11行必需' }).isChecked()).toBe(false);
    expect(await violationsOf(page)).toEqual([]);
    await page.setViewportSize(phone);
    expect(await fitsWidth(page)).toBe(true);
    await page.setViewportSize(wide);

    await page.getByRole('link', { name: '表单', exact: true }).click();
    await choose(page, '已配备的办公设施');
    await preview(page).getByRole('checkbox', { name: '碎纸机' }).waitFor();
    await page.close();
  }, 120_000);

  it('leave and come back as workbooks, differences first', async () => {
    const page = await openDraft('lists');
    await page.getByRole('button', { name: /^便民设施/u }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出表格' }).click(),
    ]);
    const path = await download.path();
    const name = page.getByRole('textbox', { name: '第1行名称' });
    const before = await name.inputValue();
    await name.fill('改过的名称');
    await page.getByRole('button', { name: '导入表格' }).click();
    await page.locator('input[type="file"]').setInputFiles({
      name: 'list.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: readFileSync(path),
    });
    await page.getByRole('dialog').getByText(before).first().waitFor();
    await page.getByRole('button', { name: '写进草稿' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await name.inputValue()).toBe(before);
    await page.close();
  }, 120_000);
});
