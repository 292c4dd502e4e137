import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { evidenceFiles, evidenceForm, evidenceId, layOut } from '../support/evidence.js';
import { pdf, png } from '../support/sample-files.js';
import { editionIn } from '../support/shipped.js';
import { violationsOf } from './accessibility.js';
import { answer, caseOf, questionsInOrder } from './filling.js';
import { desk, phone, startVisit } from './visit.js';

const sources = evidenceFiles();
const folder = mkdtempSync(join(tmpdir(), 'yimen-evidence-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const visit = startVisit(() => layOut(sources, folder));
const edition = editionIn(evidenceId, sources);
const facts = caseOf(edition, 'application-5').facts[evidenceForm] as Record<string, unknown>;
const steps = questionsInOrder(edition);

const photo = (name: string, buffer = png(640, 480)) => ({ name, mimeType: 'image/png', buffer });
const fieldOf = (page: Page, question: string) => page.locator(`#field-${evidenceForm}_${question}`);

/** Answers what a step asks beside its files, and goes on. */
async function fillStep(page: Page, index: number): Promise<void> {
  await page.getByRole('heading', { name: steps[index]?.step ?? '', level: 2 }).waitFor();
  for (const fact of steps[index]?.facts ?? [])
    if (fact.type.kind !== 'files') await answer(page, fact, facts[fact.id]);
}

const UPLOADS = /\/api\/v1\/files(?:\?|$)/u;

const goOn = (page: Page) => page.getByRole('button', { name: /下一步|确认受理/u }).click();

describe.each([
  ['a desk', desk],
  ['a phone', phone],
])('files at the window, on %s', (_, size) => {
  it('are uploaded, looked at, removed, and found on the record', async () => {
    const page = await visit.open(`/window/${evidenceId}`, { size });
    await fillStep(page, 0);
    const photos = fieldOf(page, 'sitePhotos');
    await photos
      .locator('input[type=file]')
      .first()
      .setInputFiles([photo('门牌.png'), photo('住房.png'), photo('多余.png')]);
    await photos.getByText('已上传 3 个，最多 3 个').waitFor();
    expect(await photos.getByRole('button', { name: /选择图片/u }).count()).toBe(0);
    await photos.getByRole('button', { name: '移除“多余.png”' }).click();
    await photos.getByText('已上传 2 个，最多 3 个').waitFor();
    await photos
      .locator('img')
      .first()
      .evaluate((image: HTMLImageElement) => image.decode());
    await fieldOf(page, 'signedPaper')
      .locator('input[type=file]')
      .setInputFiles({ name: '申请书.pdf', mimeType: 'application/pdf', buffer: pdf() });
    await fieldOf(page, 'signedPaper').getByText('申请书.pdf').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

    await goOn(page);
    for (let index = 1; index < steps.length; index += 1) {
      await fillStep(page, index);
      await goOn(page);
    }
    await page.waitForURL(/\/records\//u);
    const answers = page.locator('.answers');
    await answers.getByRole('link', { name: '门牌.png' }).waitFor();
    expect(await answers.getByRole('link', { name: /\.(?:png|pdf)$/u }).allInnerTexts()).toEqual([
      '门牌.png',
      '住房.png',
      '申请书.pdf',
    ]);
    expect(await answers.innerText()).toContain('0.1 兆');
    const saved = page.waitForEvent('download');
    await answers.getByRole('link', { name: '申请书.pdf' }).click();
    expect((await saved).suggestedFilename()).toBe('申请书.pdf');
    expect(await violationsOf(page)).toEqual([]);
    expect(visit.faults).toEqual([]);
    await page.close();
  }, 180_000);
});

describe('a phone', () => {
  it('takes a photo there and then', async () => {
    const page = await visit.open(`/window/${evidenceId}`, { size: phone });
    const photos = fieldOf(page, 'sitePhotos');
    const camera = photos.locator('input[capture=environment]');
    await camera.setInputFiles(photo('image.png'));
    await photos.getByText('已上传 1 个').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await photos.getByRole('button', { name: '拍照' }).tap();
    expect((await chooser).isMultiple()).toBe(false);
    expect(await fieldOf(page, 'signedPaper').getByRole('button', { name: '拍照' }).count()).toBe(0);
    await page.close();
  }, 60_000);
});

describe('a file that does not arrive', () => {
  it('is told in its place, holds the step back, and arrives the second time', async () => {
    const page = await visit.open(`/window/${evidenceId}`);
    const before = visit.faults.length;
    await fillStep(page, 0);
    await page.route(UPLOADS, (route) => route.abort());
    const photos = fieldOf(page, 'sitePhotos');
    await photos.locator('input[type=file]').first().setInputFiles(photo('门牌.png'));
    await photos.getByText('没有上传成功，请重试').waitFor();
    await goOn(page);
    await page.getByText('有文件还没有传好').waitFor();
    await page.unroute(UPLOADS);
    await photos.getByRole('button', { name: '重新上传“门牌.png”' }).click();
    await photos.getByText('已上传 1 个，最多 3 个').waitFor();
    expect(await page.getByText('有文件还没有传好').count()).toBe(0);
    await goOn(page);
    await page.getByRole('heading', { name: steps[1]?.step ?? '', level: 2 }).waitFor();
    await page.getByRole('button', { name: '上一步' }).click();
    await photos.getByRole('link', { name: '门牌.png' }).waitFor();
    expect(visit.faults.slice(before).filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
    await page.close();
  }, 120_000);

  it('because of what it is cannot be tried again, and the page is not left without asking', async () => {
    const page = await visit.open(`/window/${evidenceId}`);
    const photos = fieldOf(page, 'sitePhotos');
    await photos
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        { name: '说明.pdf', mimeType: 'application/pdf', buffer: pdf() },
        photo('大图.png', png(100_000, 100_000, false)),
      ]);
    await photos.getByText('这里只收照片和图片').waitFor();
    await photos.getByText('请缩小到 5000 万像素以内').waitFor();
    expect(await photos.getByRole('button', { name: '重试' }).count()).toBe(0);
    await page.getByRole('link', { name: '办理记录' }).click();
    await page.getByText('离开这一页？').waitFor();
    await page.getByRole('button', { name: '继续填写' }).click();
    for (const name of ['说明.pdf', '大图.png']) await photos.getByRole('button', { name: `移除“${name}”` }).click();
    await page.getByRole('link', { name: '办理记录' }).click();
    await page.waitForURL(/\/records$/u);
    await page.close();
  }, 120_000);

  it('for want of answers is asked for by name, and chosen with the keyboard alone', async () => {
    const page = await visit.open(`/window/${evidenceId}`);
    await fillStep(page, 0);
    await goOn(page);
    const chooser = page.waitForEvent('filechooser');
    await page.locator('.error-summary').getByRole('button', { name: '现场照片' }).click();
    expect(await page.evaluate(() => document.activeElement?.closest('.question')?.id)).toMatch(/sitePhotos$/u);
    await page.keyboard.press('Enter');
    await (await chooser).setFiles([photo('门牌.png')]);
    await fieldOf(page, 'sitePhotos').getByText('已上传 1 个').waitFor();
    await fieldOf(page, 'signedPaper').getByRole('button', { name: '没有' }).press('Enter');
    await fieldOf(page, 'signedPaper').getByText('已上传 0 个').waitFor();
    await page.close();
  }, 120_000);
});
