import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { layOut } from '../support/evidence.js';
import { changedFiles, changedId } from '../support/next-year.js';
import { editionIn } from '../support/shipped.js';
import { answer, caseOf, questionsInOrder } from './filling.js';
import { startVisit } from './visit.js';

const files = changedFiles();
const folder = mkdtempSync(join(tmpdir(), 'yimen-next-year-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const visit = startVisit(() => layOut(files, folder));

describe('a standard changed in its files alone', () => {
  it('asks for the new device and scores by the new points', async () => {
    const edition = editionIn(changedId, files);
    const facts = Object.assign({}, ...Object.values(caseOf(edition, 'sheet-7').facts)) as Record<string, unknown>;
    const page = await visit.open(`/acceptance/${changedId}`);
    await page.getByRole('checkbox', { name: '投影仪' }).waitFor();
    for (const { facts: questions } of questionsInOrder(edition))
      for (const fact of questions) await answer(page, fact, facts[fact.id]);

    const equipment = page.locator('#line-equipment');
    expect(await equipment.locator('.score').innerText()).toMatch(/^6\s+满分7$/u);
    expect(await equipment.locator('.losses').innerText()).toContain('投影仪');
    await page.getByRole('checkbox', { name: '投影仪' }).check();
    await equipment.locator('.score b', { hasText: '7' }).waitFor();
    expect(await page.locator('#line-broadband .score').innerText()).toMatch(/^1\s+满分1$/u);
    expect(await page.locator('.summary-total b').innerText()).toBe('91');
    expect(visit.faults).toEqual([]);
    await page.close();
  }, 180_000);
});
