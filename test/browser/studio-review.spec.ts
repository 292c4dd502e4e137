/** A revision on its way through the Studio: a fault found and mended, a case tried, review by two people, publication. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { editionIn } from '../support/shipped.js';
import { violationsOf } from './accessibility.js';
import { saved, sendToReview } from './draft-states.js';
import { answer, caseOf } from './filling.js';
import { startVisit } from './visit.js';

const visit = startVisit();
const id = 'yongzhou/intake/2014';
const edition = editionIn(id);
const title = `${edition.title.zh}（修订）`;
const note = '名称后面的括号请改成“修订版”三个字';
const sample = edition.cases.find(({ expect: { disposition } }) => disposition === 'handle') ?? edition.cases[0];

let administrator: Page;
let reviewer: Page;
let clerk: Page;
let draft = '';

beforeAll(async () => {
  administrator = await visit.open('/studio', { role: 'administrator' });
}, 120_000);

afterAll(async () => {
  for (const page of [administrator, reviewer, clerk]) await page?.close();
});

/** The part of the draft behind a tab. */
const go = async (page: Page, room: string): Promise<void> => {
  await page.getByRole('navigation', { name: '草稿的各部分' }).getByRole('link', { name: room, exact: true }).click();
};

describe('A revision', () => {
  it('is begun by an administrator, who is shown what a wrong case is about', async () => {
    const family = administrator.locator('section', { hasText: '受理转办' }).last();
    await family.getByRole('button', { name: '修订' }).first().click();
    await administrator.waitForURL(/\/studio\/drafts\//);
    draft = new URL(administrator.url()).pathname.split('/')[3] ?? '';
    await go(administrator, '基本信息');
    await administrator.getByLabel('名称', { exact: true }).fill(title);
    await go(administrator, '案例');
    await administrator.getByRole('button', { name: sample?.id ?? '', exact: true }).click();
    await administrator.getByText('应有结果逐项').click();
    await administrator.getByRole('combobox', { name: '处理结果' }).click();
    await administrator.locator('.ant-select-dropdown').getByTitle('不予受理', { exact: true }).click();
    await administrator.getByText('处理结果：应为 不予受理，实为 当场办理').waitFor();
    await saved(administrator);
  }, 120_000);

  it('has its fault among the checks, with the way there and the example in the real forms', async () => {
    await go(administrator, '检查');
    const fault = administrator.getByRole('listitem').filter({ hasText: '处理结果：应为 不予受理' });
    await fault.getByRole('button', { name: '看这个例子' }).click();
    await administrator.getByRole('heading', { name: '当场办理' }).waitFor();
    const materials = administrator.getByRole('group', { name: '已交的材料' });
    expect(await materials.getByRole('checkbox', { checked: true }).count()).toBeGreaterThan(0);
    expect(await violationsOf(administrator)).toEqual([]);
    await administrator.getByRole('button', { name: '返回检查结果' }).click();
    await fault.getByRole('link', { name: /^去修改/ }).click();
    await administrator.waitForURL(/\/cases\?at=/);
    await administrator.locator('.sought', { hasText: sample?.id ?? '' }).waitFor();
  }, 120_000);

  it('is mended by expecting what the regulations ask for, after a look at it', async () => {
    await administrator.getByRole('button', { name: sample?.id ?? '', exact: true }).click();
    await administrator.getByRole('button', { name: '照结果填写应有结果' }).click();
    await administrator.getByRole('dialog').getByText('当场办理').waitFor();
    await administrator.getByRole('button', { name: '核对无误，保存' }).click();
    await administrator.getByText('结果与应有结果相符').waitFor();
    await saved(administrator);
  }, 120_000);

  it('gets a case from answers that were tried', async () => {
    await administrator.getByRole('button', { name: '返回案例' }).click();
    await administrator.getByRole('button', { name: '试填并存为案例' }).click();
    const given = caseOf(edition, sample?.id ?? '').facts as Record<string, Record<string, unknown>>;
    for (const step of edition.forms.flatMap(({ steps }) => steps))
      for (const question of step.questions) {
        const fact = edition.facts.get(question);
        if (fact && !fact.personal) await answer(administrator, fact, given[fact.form]?.[question]);
      }
    await administrator.getByRole('heading', { name: '当场办理' }).waitFor();
    await administrator.getByRole('button', { name: '存为案例' }).click();
    await administrator.getByLabel('案例名称').fill('当天办结的事');
    await administrator.getByRole('button', { name: '核对无误，保存' }).click();
    const row = administrator.getByRole('row', { name: /当天办结的事/ });
    await row.getByText('相符', { exact: true }).waitFor({ timeout: 90_000 });
    expect(await violationsOf(administrator)).toEqual([]);
  }, 180_000);

  it('is sent to review once nothing is missing', async () => {
    await saved(administrator);
    await go(administrator, '审核发布');
    await administrator.getByText('检查没有发现错误。').waitFor();
    await administrator.getByText(title).first().waitFor();
    expect(await violationsOf(administrator)).toEqual([]);
    await sendToReview(administrator);
    await administrator.getByRole('button', { name: '收回' }).waitFor();
  }, 180_000);

  it('is returned by a reviewer, with a comment at a change', async () => {
    reviewer = await visit.open(`/studio/drafts/${draft}/review`, { role: 'reviewer' });
    const change = reviewer.getByRole('listitem').filter({ hasText: title }).first();
    await change.getByRole('button', { name: '写意见' }).click();
    await change.getByLabel('对这一处的意见').fill(note);
    await change.getByRole('button', { name: '提交意见' }).click();
    await change.getByText(note).waitFor();
    expect(await violationsOf(reviewer)).toEqual([]);
    await reviewer.getByRole('button', { name: '退回' }).click();
    await reviewer.getByLabel('请写明要改什么').fill('名称再改一改');
    await reviewer.getByRole('dialog').getByRole('button', { name: '退回' }).click();
    await reviewer.getByRole('heading', { name: '送审前' }).waitFor();
  }, 120_000);

  it('shows its administrator why, and goes to review again', async () => {
    await administrator.goto(`${visit.url()}/studio/drafts/${draft}/review`);
    await administrator.getByText('名称再改一改').waitFor();
    const comments = administrator.getByRole('region', { name: '意见' });
    await comments.getByText(note).waitFor();
    await comments.getByRole('link', { name: /名称/ }).click();
    await administrator.getByLabel('名称', { exact: true }).fill(`${edition.title.zh}（修订版）`);
    await saved(administrator);
    await go(administrator, '审核发布');
    await comments.getByRole('button', { name: '标为已处理' }).click();
    await comments.getByText(/已处理$/).waitFor();
    await sendToReview(administrator);
  }, 180_000);

  it('is published by the reviewer and in effect for everybody', async () => {
    await reviewer.goto(`${visit.url()}/studio/drafts/${draft}/review`);
    await reviewer.getByText('发布前检查通过').waitFor({ timeout: 120_000 });
    await reviewer.getByRole('button', { name: '批准并发布' }).click();
    await reviewer.getByRole('dialog').getByRole('button', { name: '批准并发布' }).click();
    await reviewer.getByRole('heading', { name: '已发布' }).waitFor();
    expect(await violationsOf(reviewer)).toEqual([]);
    await reviewer.getByRole('link', { name: '看历次版本' }).click();
    await reviewer.getByText('第 2 版').waitFor();
    clerk = await visit.open(`/window/${id}`);
    await clerk.getByText(`${edition.title.zh}（修订版）`).waitFor();
    expect(visit.faults).toEqual([]);
  }, 180_000);

  it('is taken back, and so is the version before: everybody is told what stands then', async () => {
    await reviewer.goto(`${visit.url()}/studio/editions/${id}`);
    for (const [version, told] of [
      [2, '第 1 版重新施行'],
      [1, '本年度没有施行的版本'],
    ] as const) {
      const row = reviewer.getByRole('listitem').filter({ hasText: `第 ${version} 版` });
      await row.getByRole('button', { name: '撤回' }).click();
      const dialog = reviewer.getByRole('dialog', { name: `撤回第 ${version} 版` });
      await dialog.getByText(told).waitFor();
      await dialog.getByLabel('原因').fill('依据有误');
      await dialog.getByRole('button', { name: '撤回' }).click();
      await row.getByText('已撤回').waitFor();
    }
    await administrator.goto(`${visit.url()}/studio`);
    await administrator.getByText('发布过的版本都已撤回').waitFor();
    expect(await violationsOf(administrator)).toEqual([]);
    await clerk.goto(visit.url());
    await clerk.getByText('现在没有施行的标准或规则，暂时不能受理或填写').waitFor();
    expect(await violationsOf(clerk)).toEqual([]);
    await clerk.goto(`${visit.url()}/window/${id}`);
    await clerk.getByText('这套标准或规则现在没有施行的版本').waitFor();
    expect(await clerk.locator('main').innerText()).not.toMatch(/[a-z]{2}/u);
  }, 120_000);
});
