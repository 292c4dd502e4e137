/** A draft that a newer version overtook: the version is taken in, what both changed is chosen, and it is published. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { editionIn, repository } from '../support/shipped.js';
import { violationsOf } from './accessibility.js';
import { startServer } from './server.js';
import { phone, startVisit } from './visit.js';

const visit = startVisit();
const id = 'yongzhou/intake/2014';
const title = editionIn(id).title.zh;
const folder = mkdtempSync(join(tmpdir(), 'yimen-newer-'));

let administrator: Page;
let colleague: Page;
let reviewer: Page;
let draft = '';

beforeAll(async () => {
  administrator = await visit.open('/studio', { role: 'administrator' });
}, 120_000);

afterAll(async () => {
  for (const page of [administrator, colleague, reviewer]) await page?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A server that starts on a changed folder publishes it past whatever is drafted. */
async function publishFolder(change: (manifest: any) => void): Promise<void> {
  for (const part of ['rules', 'forms']) cpSync(join(repository, part), join(folder, part), { recursive: true });
  const file = join(folder, 'rules', id, 'edition.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  change(manifest);
  writeFileSync(file, JSON.stringify(manifest));
  await (await startServer({ ...visit.place(), CONFIG_DIR: folder })).stop();
}

const go = async (page: Page, room: string): Promise<void> => {
  await page.getByRole('navigation', { name: '草稿的各部分' }).getByRole('link', { name: room, exact: true }).click();
};
const saved = (page: Page) => page.getByText(/^已保存/).waitFor();
const name = (page: Page) => page.getByLabel('名称', { exact: true });
/** What pages complain about but that the server asks for a choice or tells who was slower, which browsers log as well. */
const faults = () => visit.faults.filter((fault) => !/409 \(Conflict\)|412 \(Precondition Failed\)/u.test(fault));
const told = (page: Page) => page.getByText('这份草稿开始以后，第 2 版已经发布。').waitFor();

describe('A draft that a newer version overtook', () => {
  it('says so on its pages, and is not sent', async () => {
    const family = administrator.locator('section', { hasText: '受理转办' }).last();
    await family.getByRole('button', { name: '修订' }).first().click();
    await administrator.waitForURL(/\/studio\/drafts\//);
    draft = new URL(administrator.url()).pathname.split('/')[3] ?? '';
    await go(administrator, '基本信息');
    await name(administrator).fill(`${title}（草稿）`);
    await saved(administrator);
    await publishFolder((manifest) => {
      manifest.title.zh = `${title}（第二版）`;
      manifest.source.number = '永政办函〔2014〕98号';
    });
    await administrator.getByLabel('说明', { exact: true }).fill('先试行一年');
    await told(administrator);
    await go(administrator, '审核发布');
    await administrator.getByText('第 2 版还没有合入').waitFor();
    expect(await administrator.getByRole('button', { name: '送审' }).isDisabled()).toBe(true);
    expect(await violationsOf(administrator)).toEqual([]);
  }, 180_000);

  it('only tells those who may not edit it', async () => {
    reviewer = await visit.open(`/studio/drafts/${draft}/review`, { role: 'reviewer', size: phone });
    await told(reviewer);
    await reviewer.getByText('起草人合入以后才能送审。').waitFor();
    expect(await reviewer.getByRole('button', { name: '合入最新版本' }).count()).toBe(0);
    expect(await violationsOf(reviewer)).toEqual([]);
  }, 60_000);

  it('is open on the page of a colleague as well', async () => {
    colleague = await visit.open(`/studio/drafts/${draft}/basics`, { role: 'administrator' });
    await told(colleague);
  }, 60_000);

  it('takes it in, with what both changed as somebody chose', async () => {
    await administrator.getByRole('button', { name: '合入最新版本' }).click();
    const dialog = administrator.getByRole('dialog', { name: '草稿和第 2 版都改过的地方' });
    await dialog.getByRole('radio', { name: /^用第 2 版的.*（第二版）/ }).waitFor();
    expect(await violationsOf(administrator)).toEqual([]);
    await dialog.getByRole('button', { name: '先不合入' }).click();
    await dialog.waitFor({ state: 'detached' });
    await administrator.getByRole('button', { name: '合入最新版本' }).click();
    expect(await dialog.getByRole('button', { name: '按所选合并' }).isDisabled()).toBe(true);
    await dialog.getByRole('radio', { name: /^用草稿的.*（草稿）/ }).check();
    await dialog.getByRole('button', { name: '按所选合并' }).click();
    await administrator.getByText('第 2 版已经合入草稿。').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await go(administrator, '基本信息');
    expect(await name(administrator).inputValue()).toBe(`${title}（草稿）`);
    expect(await administrator.getByLabel('文号', { exact: true }).inputValue()).toBe('永政办函〔2014〕98号');
    expect(await administrator.getByLabel('说明', { exact: true }).inputValue()).toBe('先试行一年');
  }, 120_000);

  it('goes on from it on the page that was open meanwhile, once something is stored there', async () => {
    await colleague.getByLabel('说明', { exact: true }).fill('试行两年');
    await saved(colleague);
    await colleague.getByText('第 2 版已经发布').waitFor({ state: 'detached' });
    expect(await name(colleague).inputValue()).toBe(`${title}（草稿）`);
    expect(await colleague.getByLabel('文号', { exact: true }).inputValue()).toBe('永政办函〔2014〕98号');
    await go(colleague, '审核发布');
    await colleague.getByText('共 2 处改动').waitFor();
    await administrator.reload();
  }, 60_000);

  it('is sent, approved and published then', async () => {
    await go(administrator, '审核发布');
    const send = administrator.getByRole('button', { name: '送审' });
    await expect(untilEnabled(send)).resolves.toBe(true);
    await send.click();
    await administrator.getByRole('heading', { name: '正在审核' }).waitFor();
    await reviewer.reload();
    const approve = reviewer.getByRole('button', { name: '批准并发布' });
    await expect(untilEnabled(approve)).resolves.toBe(true);
    await approve.click();
    await reviewer.getByRole('dialog').getByRole('button', { name: '批准并发布' }).click();
    await reviewer.getByText('已作为第 3 版发布').waitFor();
    expect(faults()).toEqual([]);
  }, 180_000);

  it('in review waits for it, and its reviewer is told what to do', async () => {
    await administrator.goto(`${visit.url()}/studio`);
    const family = administrator.locator('section', { hasText: '受理转办' }).last();
    await family.getByRole('button', { name: '修订' }).first().click();
    await administrator.waitForURL(/\/studio\/drafts\//);
    draft = new URL(administrator.url()).pathname.split('/')[3] ?? '';
    await go(administrator, '审核发布');
    const send = administrator.getByRole('button', { name: '送审' });
    await expect(untilEnabled(send)).resolves.toBe(true);
    await send.click();
    await administrator.getByRole('heading', { name: '正在审核' }).waitFor();
    await publishFolder((manifest) => {
      manifest.source.number = '永政办函〔2014〕99号';
    });
    await reviewer.goto(`${visit.url()}/studio/drafts/${draft}/review`);
    await reviewer.getByText('这份草稿开始以后，第 4 版已经发布。').waitFor();
    await reviewer.getByText('起草以后又有了新版本，不能批准。').waitFor();
    expect(await reviewer.getByRole('button', { name: '批准并发布' }).isDisabled()).toBe(true);
    expect(await reviewer.getByRole('button', { name: '退回' }).isEnabled()).toBe(true);
    expect(await violationsOf(reviewer)).toEqual([]);
    expect(faults()).toEqual([]);
  }, 180_000);
});

/** Checks and the gate take their time. */
async function untilEnabled(button: ReturnType<Page['getByRole']>): Promise<boolean> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await button.isEnabled()) return true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return false;
}
