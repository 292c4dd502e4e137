/** Owns working in the table of a standard as an administrator does. */
import type { Locator, Page } from 'playwright-core';

/** The field of a line's points. */
export const pointsOf = (page: Page, line: string): Locator =>
  page.locator('.standard-points').getByLabel(`“${line}”的分值`);

/** Adds a line of one point that is scored by a new yes/no question, without leaving the table. */
export async function addLine(page: Page, line: { readonly in: string; readonly name: string; readonly asks: string }) {
  await page.getByRole('button', { name: `在“${line.in}”中新增考评项` }).click();
  const dialog = page.getByRole('dialog', { name: '新增考评项' });
  await dialog.getByLabel('名称').fill(line.name);
  await dialog.getByLabel('分值').fill('1');
  await dialog.getByLabel('验收标准').fill('达到得满分，否则不得分');
  await dialog.getByRole('button', { name: '新增', exact: true }).click();
  const drawer = page.locator('.line-drawer');
  await drawer.getByRole('button', { name: '添加评分办法' }).click();
  await drawer.getByLabel('用哪种办法').click();
  await page.locator('.method-option', { hasText: '达到得满分，否则不得分' }).click();
  await drawer.getByRole('button', { name: '新建问题' }).click();
  const asking = page.getByRole('dialog', { name: '新建问题' });
  await asking.getByLabel('问题', { exact: true }).fill(line.asks);
  await asking.getByRole('button', { name: '加入表单' }).click();
  await drawer.getByText(`“${line.asks}”为“否”时，不得分`).waitFor();
  await drawer.getByRole('button', { name: '添加', exact: true }).click();
  await drawer.getByRole('button', { name: '完成' }).click();
}
