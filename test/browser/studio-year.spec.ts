/** An administrator's year: next year's standard made from this one's, reviewed, published and filled. No file is touched. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { editionFromDocuments } from '@yimen/config';
import type { Draft, Role, Submission } from '@yimen/contracts';
import type { Page } from 'playwright-core';
import { editionIn } from '../support/shipped.js';
import { checked, saved, sendToReview } from './draft-states.js';
import { answer, questionsInOrder } from './filling.js';
import { post } from './sending.js';
import { addLine, pointsOf } from './standard-table.js';
import { desk, startVisit } from './visit.js';

const visit = startVisit();
const pages: Page[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close();
});
afterAll(() => expect(visit.faults).toEqual([]));

const YEAR = 2014;
const before = editionIn(`yongzhou/acceptance/${YEAR}`);
const SHEETS = 500;

/** Where the draft is, once it was begun. */
let address = '';

async function as(role: Role, path: string): Promise<Page> {
  const page = await visit.open(path, { role, size: desk });
  pages.push(page);
  return page;
}

const room = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();

/** Stored sheets of this year, for the impact to be about. */
let stored: Submission[] = [];
beforeAll(async () => {
  const page = await visit.open('/', { role: 'assessor' });
  const complete = before.cases.filter(({ expect: { total } }) => typeof total === 'number');
  for (let number = 0; number < SHEETS; number += 1) {
    const facts = complete[number % complete.length]?.facts;
    stored.push(await post(page, '/api/v1/submissions', { edition: before.id, facts }));
  }
  stored = stored.slice(0, 20);
  await page.close();
}, 240_000);

describe('The next year', () => {
  it('is begun from this one, and everything in it waits to be decided', async () => {
    const page = await as('administrator', '/studio');
    await page.getByRole('region', { name: before.title.zh }).getByRole('button', { name: '做下一年' }).click();
    await page.getByRole('button', { name: '开始', exact: true }).click();
    await page.getByText(/还有 \d+ 项未确认/u).waitFor();
    address = new URL(page.url()).pathname.replace(/\/year$/u, '');
    await room(page, '审核发布');
    expect(await page.getByRole('button', { name: '送审' }).isDisabled()).toBe(true);
  }, 120_000);

  it('asks for a further device', async () => {
    const page = await as('administrator', `${address}/lists`);
    await page.getByRole('button', { name: /^办公设施/u }).click();
    await page.getByRole('textbox', { name: '第8行名称' }).waitFor();
    await page.getByRole('button', { name: '加一行' }).click();
    await page.getByRole('textbox', { name: '第9行名称' }).fill('投影仪');
    await saved(page);
  }, 120_000);

  it('has other points, a new line with a new question, and one line less', async () => {
    const page = await as('administrator', `${address}/table`);
    await page.locator('.standard-table').waitFor();
    await pointsOf(page, '建立联席会议制度').fill('3');
    await pointsOf(page, '召开联席会议').fill('5');
    await pointsOf(page, '工作运行').fill('2');
    await addLine(page, { in: '工作运行', name: '群众满意度', asks: '群众是否满意' });

    await page.getByRole('button', { name: '移动或去掉“宽带网络”' }).click();
    await page.getByRole('menuitem', { name: '停用' }).click();
    await page.getByRole('dialog', { name: '停用“宽带网络”' }).getByRole('button', { name: '停用' }).click();
    await page.getByText('各项合计 13 分，应为 15 分').waitFor();
    await pointsOf(page, '办公设施').fill('8');
    await page.getByText('各项合计 13 分，应为 15 分').waitFor({ state: 'detached' });
    expect(await page.locator('.misfit').count()).toBe(0);
    expect(await page.locator('.standard-table tfoot').innerText()).toMatch(/总分\s+100 分/u);
    await saved(page);
  }, 180_000);

  it('has the rest confirmed group by group', async () => {
    const page = await as('administrator', `${address}/year`);
    const group = page.getByRole('button', { name: /^确认本组 \d+ 项$/u });
    await group.first().waitFor();
    while ((await group.count()) > 0) await group.first().click();
    await page.getByText('全部处理完了，可以看检查、影响，然后送审。').waitFor();
    await saved(page);
  }, 120_000);

  it('is mended where its checks say: a clause without a rule, cases of the year before', async () => {
    const page = await as('administrator', `${address}/checks`);
    const clause = page.getByText(/没有规则，请补规则或写明不需要的原因/u).first();
    await clause.waitFor();
    await page
      .getByRole('link', { name: /去修改：条款/u })
      .first()
      .click();
    await page.getByLabel('不需要规则的原因', { exact: true }).fill('今年不再考评');
    await saved(page);

    await room(page, '案例');
    await page.getByRole('button', { name: /^照现在的结果更新 \d+ 个$/u }).click();
    const dialog = page.getByRole('dialog', { name: '照现在的结果更新？' });
    await dialog
      .getByText(/总分：应为/u)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: '核对无误，保存' }).click();
    await saved(page);
    await checked(page);
  }, 180_000);

  it('shows whom it would have judged otherwise, among all stored sheets', async () => {
    const page = await as('administrator', `${address}/impact`);
    await page.getByRole('button', { name: '开始计算' }).click();
    const sentence = page.getByText(/共 \d+ 份记录，/u).first();
    await sentence.waitFor({ timeout: 120_000 });
    expect(Number(/共 (\d+) 份/u.exec(await sentence.innerText())?.[1])).toBeGreaterThanOrEqual(SHEETS);
    await page
      .getByRole('button', { name: /^群众满意度/u })
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^对比/u }).first().click();
    await page.getByText('看规则和条件').first().waitFor();
  }, 120_000);

  it('is sent to review, returned once with what to change, and sent again', async () => {
    const page = await as('administrator', `${address}/review`);
    await page.getByRole('region', { name: '改了什么' }).getByText('投影仪').first().waitFor();
    await sendToReview(page);

    const reviewer = await as('reviewer', '/studio');
    await reviewer.getByRole('button', { name: '去审核' }).click();
    await reviewer.getByRole('region', { name: '改了什么' }).getByText('分值 6 → 8').first().waitFor();
    await reviewer.getByRole('button', { name: '退回', exact: true }).click();
    const dialog = reviewer.getByRole('dialog', { name: '退回修改' });
    await dialog.getByLabel('请写明要改什么').fill('请在说明里写明新增考评项的依据');
    await dialog.getByRole('button', { name: '退回', exact: true }).click();
    await reviewer.getByText('请在说明里写明新增考评项的依据').first().waitFor();

    await page.goto(`${visit.url()}${address}/basics`);
    await page.getByText(/退回：请在说明里写明新增考评项的依据/u).waitFor();
    await page.getByLabel('说明', { exact: true }).fill('群众满意度依据2015年考核方案');
    await saved(page);
    await room(page, '审核发布');
    await sendToReview(page);
  }, 180_000);

  it('is approved by somebody else, and filled from that day on', async () => {
    const reviewer = await as('reviewer', `${address}/review`);
    await reviewer.getByText('发布前检查通过').first().waitFor({ timeout: 120_000 });
    await reviewer.getByRole('button', { name: '批准并发布' }).click();
    await reviewer.getByRole('dialog').getByRole('button', { name: '批准并发布' }).click();
    await reviewer.getByText(/已作为第 1 版发布/u).waitFor({ timeout: 120_000 });

    const id = `yongzhou/acceptance/${YEAR + 1}`;
    const draft = (await visit.get(`/api/v1/studio/drafts/${address.split('/').at(-1)}`, 'reviewer')) as Draft;
    const read = editionFromDocuments(id, draft.documents);
    if (!read.ok) throw new Error('what was published cannot be read');
    const facts = Object.assign({}, ...Object.values(before.cases.find((each) => each.id === 'sheet-7')?.facts ?? {}));
    const page = await as('assessor', '/');
    await page
      .getByRole('link', { name: new RegExp(`${YEAR + 1}年度`, 'u') })
      .first()
      .click();
    await page.getByRole('checkbox', { name: '投影仪' }).waitFor();
    expect(await page.getByText('是否开通宽带').count()).toBe(1);
    for (const { facts: questions } of questionsInOrder(read.edition))
      for (const fact of questions)
        await answer(page, fact, facts[fact.id] ?? (fact.title.zh === '群众是否满意' ? true : undefined));
    await page.getByRole('button', { name: '保存评分表' }).click();
    await page.waitForURL(/\/records\//u);
    await page
      .getByText(new RegExp(`${YEAR + 1}年度`, 'u'))
      .first()
      .waitFor();
  }, 240_000);

  it('leaves the year before as it was', async () => {
    const page = await as('assessor', '/');
    for (const { facts, expect: expected } of before.cases) {
      const { total = null } = await post<{ total?: number | null }>(page, '/api/v1/evaluate', {
        edition: before.id,
        facts,
      });
      if (expected.total !== undefined) expect(total).toBe(expected.total);
    }
    for (const { id } of stored) {
      const { same } = await post<{ same: boolean }>(page, `/api/v1/submissions/${id}/re-evaluation`, {});
      expect(same).toBe(true);
    }
  }, 120_000);
});
