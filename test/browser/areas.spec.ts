import { afterEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/universal';
import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { phone, startVisit } from './visit.js';

const visit = startVisit();
const administrator = { role: 'administrator' as const };

let page: Page;
let second: Page | undefined;
afterEach(async () => {
  await page?.close();
  await second?.close();
  second = undefined;
});

const button = (on: Page, name: string) => on.getByRole('button', { name, exact: true });

async function openArea(on: Page, name: string): Promise<void> {
  await button(on, name).click();
  await on.getByRole('heading', { name: '沿革' }).waitFor();
}

async function add(on: Page, name: string, type: string, code = ''): Promise<void> {
  await button(on, '新增下级').click();
  await on.getByLabel('名称', { exact: true }).fill(name);
  await on.getByRole('combobox', { name: '类型' }).click();
  await on.locator('.ant-select-item-option').getByText(type, { exact: true }).click();
  await on.locator('.ant-select', { hasText: type }).waitFor();
  await on.getByLabel('区划代码（选填）').fill(code);
  await button(on, '保存').click();
  await on.getByText('已保存').waitFor();
}

async function setDay(on: Page, day: string): Promise<void> {
  await on.getByLabel('生效日期').fill(day);
  await on.getByLabel('生效日期').press('Enter');
}

const workbook = async (rows: SheetData) => ({
  name: '区域.xlsx',
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(await (await writeExcelFile(rows).toBlob()).arrayBuffer()),
});

const headings = ['编号', '上级编号', '类型', '名称', '英文名称', '区划代码', '设立日期', '撤销日期', '并入的编号'];

describe('the administrator', () => {
  it('adds a township below a county, renames it, and sees what happened to it', async () => {
    page = await visit.open('/areas', administrator);
    await openArea(page, '东安县');
    await add(page, '白牙市镇', '镇', '431122100');
    await button(page, '关闭').click();
    await button(page, '展开东安县').click();
    await page.getByRole('row', { name: /白牙市镇 镇 431122100/u }).waitFor();
    await openArea(page, '白牙市镇');
    await button(page, '更名').click();
    await page.getByLabel('新名称').fill('紫溪市镇');
    await setDay(page, '2016-01-01');
    await button(page, '保存').click();
    await page.getByText('2016-01-01 更名：白牙市镇 → 紫溪市镇').waitFor();
    await page.getByText(/录入，属于东安县/u).waitFor();
    await button(page, '紫溪市镇').waitFor();
    expect(await page.locator('[role=dialog]').innerText()).not.toMatch(/area-\d/u);
  }, 60_000);

  it('merges a township into another, which takes over what is below, and finds the closed one by its switch', async () => {
    page = await visit.open('/areas', administrator);
    await openArea(page, '双牌县');
    await add(page, '甲镇', '镇');
    await add(page, '乙镇', '镇');
    await button(page, '关闭').click();
    await button(page, '展开双牌县').click();
    await openArea(page, '甲镇');
    await add(page, '甲村', '村');
    await button(page, '合并').click();
    await page.getByText('下辖的 1 个区域一同转入。').waitFor();
    await page.getByRole('combobox', { name: '并入' }).fill('乙镇');
    await page.getByTitle('永州市 › 双牌县 › 乙镇', { exact: true }).click();
    await setDay(page, '2018-06-01');
    await button(page, '保存').click();
    await page.getByText('2018-06-01 撤销，并入乙镇').waitFor();
    expect(await button(page, '新增下级').count()).toBe(0);
    await button(page, '关闭').click();
    await page.getByLabel('按名称或代码查找').fill('甲');
    await page.getByText('找到 1 个').waitFor();
    await page.getByRole('row', { name: /甲村/u }).waitFor();
    await page.getByRole('switch', { name: '显示已撤销的' }).click();
    await page.getByText('找到 2 个').waitFor();
    await page.getByText('2018-06-01 撤销').waitFor();
  }, 60_000);

  it('is told in plain words why something cannot be, and keeps what was filled in', async () => {
    page = await visit.open('/areas', administrator);
    await openArea(page, '江永县');
    await button(page, '改代码').click();
    await page.getByLabel('新代码').fill('431124');
    await button(page, '保存').click();
    await page.getByText('代码 431124 同时属于“道县”').waitFor();
    expect(await page.getByLabel('新代码').inputValue()).toBe('431124');
    await button(page, '取消').click();
    await button(page, '新增下级').waitFor();
  }, 60_000);

  it('hears that somebody was faster, loads it again and goes on', async () => {
    page = await visit.open('/areas', administrator);
    second = await visit.open('/areas', administrator);
    for (const tab of [page, second]) {
      await openArea(tab, '蓝山县');
      await button(tab, '更名').click();
    }
    await page.getByLabel('英文名称（选填）').fill('Lanshan One');
    await button(page, '保存').click();
    await page.getByText('已保存').waitFor();
    await second.getByLabel('新名称').fill('蓝山新县');
    await button(second, '保存').click();
    await second.getByText(/别人已经改过这个区域/u).waitFor();
    await button(second, '重新载入').click();
    await second.getByText(/别人已经改过/u).waitFor({ state: 'hidden' });
    expect(await second.getByLabel('新名称').inputValue()).toBe('蓝山新县');
    await button(second, '保存').click();
    await second.getByText('更名：蓝山县 → 蓝山新县').waitFor();
  }, 60_000);

  it('imports a workbook with faults, then a good one, each tried before anything is stored', async () => {
    page = await visit.open('/areas', administrator);
    await button(page, '导入').click();
    const file = page.locator('input[type=file]');
    const bad = ['r1', 'qiyang', '王国', '错镇', '', 43118110, '', '', ''];
    await file.setInputFiles(await workbook([headings, ['r0', 'qiyang', '镇', '对镇', '', '', '', '', ''], bad]));
    await page.getByText(/第 3 行 C 列\s*“类型”的写法不对/u).waitFor();
    await page.getByText(/第 3 行 F 列\s*代码应写成/u).waitFor();
    expect(await page.getByRole('button', { name: /确认导入/u }).count()).toBe(0);
    const good = [
      ['lijiaping', 'qiyang', '镇', '黎家坪镇', '', 431181101, '', '', ''],
      ['lengshuitan', 'yongzhou', '区', '冷水滩新区', 'Lengshuitan District', '431103', '', '', ''],
    ];
    await file.setInputFiles(await workbook([headings, ...good]));
    await page.getByText('将新增 1 个，修改 1 个，另有 0 行没有变化：').waitFor();
    await page.getByText('冷水滩区 → 冷水滩新区').waitFor();
    expect(await button(page, '冷水滩新区').count()).toBe(0);
    await button(page, '确认导入 2 项').click();
    await page.getByText('已导入 2 项').waitFor();
    await button(page, '冷水滩新区').waitFor();
    await button(page, '展开祁阳市').click();
    await page.getByRole('row', { name: /黎家坪镇 镇 431181101/u }).waitFor();
  }, 60_000);

  it('takes a table that a spreadsheet saved in the older Chinese encoding', async () => {
    page = await visit.open('/areas', administrator);
    await button(page, '导入').click();
    const columns = 'id,parent,type,name,name_en,codes,opened,closed,merged_into';
    const town = Buffer.from([0xd5, 0xf2]);
    const buffer = Buffer.concat([Buffer.from(`${columns}\nx,qiyang,town,`), town, Buffer.from(',,,,,\n')]);
    await page.locator('input[type=file]').setInputFiles({ name: 'areas.csv', mimeType: 'text/csv', buffer });
    await page.getByText('将新增 1 个').waitFor();
    await page.getByRole('listitem').filter({ hasText: '镇' }).waitFor();
  }, 60_000);

  it('works by keyboard and on a phone', async () => {
    page = await visit.open('/areas', { ...administrator, size: phone });
    await button(page, '收起永州市').focus();
    await page.keyboard.press('Enter');
    await button(page, '展开永州市').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '永州市' }).waitFor();
    await button(page, '新增下级').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('新县');
    expect(await page.getByLabel('名称', { exact: true }).inputValue()).toBe('新县');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }, 60_000);
});

describe('the clerk', () => {
  it('sees the tree, takes it along as a workbook, and finds nothing to change it with', async () => {
    page = await visit.open('/areas', { role: 'clerk' });
    await openArea(page, '道县');
    await page.getByText('431124').first().waitFor();
    for (const name of ['新增下级', '更名', '撤销', '导入']) expect(await button(page, name).count()).toBe(0);
    await button(page, '关闭').click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '导出 Excel' }).click();
    const stream = await (await download).createReadStream();
    const bytes = Buffer.concat((await stream.toArray()) as Buffer[]);
    const rows = await readSheet(new Uint8Array(bytes).buffer, 1);
    expect(rows[0]).toEqual(headings);
    expect(rows.flat()).toContain('道县');
  }, 60_000);

  it('hears that the server is away, and tries again', async () => {
    page = await visit.open('/', administrator);
    await page.getByRole('navigation').getByRole('link', { name: '区域' }).waitFor();
    await page.route('**/api/v1/areas**', (route) => route.abort());
    await page.getByRole('navigation').getByRole('link', { name: '区域' }).click();
    await page.getByText('暂时连不上服务器').waitFor();
    await page.unroute('**/api/v1/areas**');
    await button(page, '再试一次').click();
    await button(page, '永州市').waitFor();
  }, 60_000);
});
