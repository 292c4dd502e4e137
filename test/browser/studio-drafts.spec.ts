/** What happens to what people write: stored by itself, found again after a crash, put together with others' edits. */
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Draft } from '@yimen/contracts';
import type { Page } from 'playwright-core';
import { checked, saved } from './draft-states.js';
import { startVisit } from './visit.js';

const visit = startVisit();
const pages: Page[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close();
});

async function studio(path = '/studio'): Promise<Page> {
  const page = await visit.open(path, { role: 'administrator' });
  pages.push(page);
  return page;
}

const note = (page: Page) => page.getByLabel('说明', { exact: true });

/** Opens the draft of the first edition of the list, which is begun where there is none; its basics are shown. */
async function basics(opened?: Page): Promise<Page> {
  const page = opened ?? (await studio());
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  const revise = page.getByRole('button', { name: '修订', exact: true });
  const go = page.getByRole('button', { name: '继续编辑' });
  await revise.or(go).first().waitFor();
  await ((await go.count()) > 0 ? go : revise).first().click();
  await page.getByRole('link', { name: '基本信息' }).click();
  await note(page).waitFor();
  return page;
}

describe('A draft', () => {
  it('stores itself, and goes back step by step', async () => {
    const page = await basics();
    await note(page).fill('先试行一年');
    await saved(page);
    await page.reload();
    expect(await note(page).inputValue()).toBe('先试行一年');
    await note(page).fill('试行两年');
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await note(page).inputValue()).toBe('先试行一年');
    await page.getByRole('button', { name: '恢复' }).click();
    expect(await note(page).inputValue()).toBe('试行两年');
    await saved(page);
    expect(visit.faults).toEqual([]);
  }, 90_000);

  it('survives the end of its page while the server is away', async () => {
    const page = await basics();
    const context = page.context();
    await context.route('**/api/v1/studio/drafts/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await note(page).fill('断网时写的');
    await page.getByText('还没保存上，正在重试').waitFor();
    const address = page.url();
    await page.goto('about:blank');
    await context.unrouteAll();
    await page.goto(address);
    await page.getByText('上次没来得及保存的修改已经找回。').waitFor();
    expect(await note(page).inputValue()).toBe('断网时写的');
    await saved(page);
    await page.reload();
    await note(page).waitFor();
    expect(await note(page).inputValue()).toBe('断网时写的');
    expect(await page.getByText('上次没来得及保存').count()).toBe(0);
  }, 90_000);

  it('is stored when its page is left at once', async () => {
    const page = await basics();
    const address = page.url();
    await note(page).fill('刚写完就走');
    const stored = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
    await page.getByRole('link', { name: '首页' }).click();
    await stored;
    const reader = await visit.open(new URL(address).pathname, { role: 'reviewer' });
    pages.push(reader);
    await note(reader).waitFor();
    expect(await note(reader).inputValue()).toBe('刚写完就走');
    await page.goto(address);
    await note(page).waitFor();
    expect(await page.getByText('上次没来得及保存').count()).toBe(0);
  }, 90_000);

  it('leaves whoever writes in a field there, when it finds the place that was asked for', async () => {
    const page = await basics();
    const address = new URL(page.url());
    const draft = await visit.get(`/api/v1${address.pathname.replace(/\/basics$/u, '')}`, 'administrator');
    const outline = Object.keys((draft as Draft).documents).find((path) => path.endsWith('/outline.json'));
    address.searchParams.set('at', `${outline}#/clauses/0`);
    await page.addInitScript(() => {
      const observer = new MutationObserver(() => {
        const field = document.querySelector<HTMLElement>('.draft-room :is(input, textarea)');
        field?.focus();
        if (field) observer.disconnect();
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    await page.goto(address.href, { waitUntil: 'commit' });
    await page.locator('.sought').first().waitFor();
    const stays = () => document.activeElement === document.querySelector('.draft-room :is(input, textarea)');
    expect(await page.evaluate(stays)).toBe(true);
  }, 90_000);

  it('takes the edits of two people in different places together', async () => {
    const [one, other] = [await basics(), await basics()];
    await note(one).fill('甲写的说明');
    await saved(one);
    await other.getByLabel('文号', { exact: true }).fill('永政办函〔2014〕98号');
    await saved(other);
    expect(await note(other).inputValue()).toBe('甲写的说明');
    await one.reload();
    await note(one).waitFor();
    expect(await one.getByLabel('文号', { exact: true }).inputValue()).toBe('永政办函〔2014〕98号');
  }, 90_000);

  it('goes on from what somebody else stored while it was being checked', async () => {
    const one = await studio();
    let goOn = (): void => undefined;
    const stored = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await one.context().route('**/proof', async (route) => {
      await stored;
      await route.continue();
    });
    await basics(one);
    const other = await basics();
    await note(other).fill('检查时写下的');
    await saved(other);
    expect(await note(one).inputValue()).not.toBe('检查时写下的');
    goOn();
    await one.waitForFunction(() =>
      [...document.querySelectorAll('textarea, input')].some(
        (field) => (field as HTMLInputElement).value === '检查时写下的',
      ),
    );
    await checked(one);
  }, 90_000);

  it('is not called checked where the checks could not be done, until they are', async () => {
    const page = await studio();
    await page.route('**/proof', (route) => route.abort());
    await basics(page);
    const found = page.locator('.draft-found');
    await found.getByText('检查没有做完').waitFor();
    await page.getByRole('link', { name: '审核发布' }).click();
    await page.getByText('检查没有做完，请重新检查。').waitFor();
    expect(await page.getByRole('button', { name: '送审' }).isDisabled()).toBe(true);
    await page.unroute('**/proof');
    await found.click();
    await page.getByRole('button', { name: '重新检查' }).click();
    await checked(page);
  }, 90_000);

  it('lets whoever was slower choose where both wrote in the same place', async () => {
    const [one, other] = [await basics(), await basics()];
    await note(one).fill('甲的说法');
    await saved(one);
    await note(other).fill('乙的说法');
    const dialog = other.getByRole('dialog', { name: /刚改过同一处/u });
    await dialog.waitFor();
    await dialog.getByRole('radio', { name: /用我的.*乙的说法/u }).check();
    await dialog.getByRole('button', { name: '按所选合并' }).click();
    await saved(other);
    await one.reload();
    await note(one).waitFor();
    expect(await note(one).inputValue()).toBe('乙的说法');
  }, 90_000);

  it('asks about a line that one person moved to another indicator and another took out', async () => {
    const [one, other] = [await basics(), await basics()];
    for (const page of [one, other]) await page.getByRole('link', { name: '指标表' }).click();
    const tools = (page: Page) => page.getByRole('button', { name: '移动或去掉“机构牌子”' });
    await tools(one).click();
    await one.getByRole('menuitem', { name: '删除' }).click();
    await one.getByRole('dialog', { name: '删除“机构牌子”' }).getByRole('button', { name: '删除' }).click();
    await saved(one);
    await tools(other).click();
    await other.getByRole('menuitem', { name: '移到其他指标' }).hover();
    await other.getByRole('menuitem', { name: '工作经费' }).click();
    const dialog = other.getByRole('dialog', { name: /刚改过同一处/u });
    await dialog.waitFor();
    await dialog.getByRole('radio', { name: /用我的.*移到“工作经费”/u }).waitFor();
    await dialog.getByRole('radio', { name: /用对方的.*删去/u }).waitFor();
    await dialog.getByRole('radio', { name: /移到“工作经费”/u }).check();
    await dialog.getByRole('button', { name: '按所选合并' }).click();
    await saved(other);
    await one.reload();
    await tools(one).waitFor();
    expect(await tools(one).count()).toBe(1);
  }, 90_000);
});
