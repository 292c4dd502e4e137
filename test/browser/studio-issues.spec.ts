/** Every issue code in the Studio: told in words among the checks, with a link that leads to the element of its place. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Draft, DraftPage, Session } from '@yimen/contracts';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { type IssueDocuments, issueDocuments, soundDocuments } from '../support/issue-documents.js';
import { startVisit } from './visit.js';

const visit = startVisit();

/** What only files can hold: a draft is parsed JSON, and what could not be read again is refused at once. */
const notInDrafts: Readonly<Record<string, string>> = {
  'invalid-json': 'no JSON value',
  'duplicate-key': 'a JSON value has a key once',
  'not-finite': 'no JSON number',
  'hostile-key': 'refused when it is stored',
  'too-deep': 'refused when it is stored',
  'too-large': 'refused when it is stored',
};

let page: Page;
let csrf = '';
/** The drafts of the tiny editions, by the editions' own ids. */
const drafts = new Map<string, string>();

/** The sample administrator makes the editions of a city; those of other authorities are somebody else's. */
const ours = (text: string): string => text.replaceAll(/\btown\/(library|counter)\/2020/g, 'yongzhou/$1/2020');

beforeAll(async () => {
  page = await visit.open('/studio', { role: 'administrator' });
  csrf = ((await (await page.request.get(`${visit.url()}/api/v1/session`)).json()) as Session).csrf ?? '';
  for (const { edition, documents } of soundDocuments) {
    const files = Object.entries(documents).map(([path, text]) => [ours(path), strToU8(ours(text))] as const);
    const answer = await page.request.post(`${visit.url()}/api/v1/studio/folder.zip`, {
      headers: { 'content-type': 'application/zip', 'x-csrf-token': csrf },
      data: Buffer.from(zipSync(Object.fromEntries(files))),
    });
    expect(answer.ok()).toBe(true);
    const listed = await page.request.get(`${visit.url()}/api/v1/studio/drafts?edition=${ours(edition)}`);
    drafts.set(edition, ((await listed.json()) as DraftPage).items[0]?.id ?? '');
  }
}, 120_000);

afterAll(() => page?.close());

/** Documents as the draft of their edition, and nothing else. */
async function put({ edition, documents }: IssueDocuments): Promise<string> {
  const id = drafts.get(edition) ?? '';
  const address = `${visit.url()}/api/v1/studio/drafts/${id}`;
  const now = (await (await page.request.get(address)).json()) as Draft;
  const next = Object.entries(documents).map(([path, text]) => [ours(path), parsed(path, ours(text))] as const);
  const gone = Object.keys(now.documents).map((path) => [path, null] as const);
  const answer = await page.request.put(address, {
    headers: { 'if-match': `"${now.version}"`, 'x-csrf-token': csrf },
    data: { documents: Object.fromEntries([...gone, ...next]) },
  });
  expect(answer.ok()).toBe(true);
  return id;
}

const parsed = (path: string, text: string): unknown => JSON.parse(path.endsWith('.jsonl') ? linesOf(text) : text);

const linesOf = (text: string): string => `[${text.trim().split('\n').join()}]`;

/** The place that a way there flashes on the page it leads to. */
async function flashed(): Promise<string> {
  const element = page.locator('.sought[data-place]').first();
  await element.waitFor({ timeout: 20_000 });
  return (await element.getAttribute('data-place')) ?? '';
}

/** Whether the element of a place shows another: it is that one, or what holds it. */
const shows = (place: string, at: string): boolean =>
  at === place || at.startsWith(place.endsWith('#') ? place : `${place}/`);

describe('The Studio', () => {
  it('is told of every issue that a draft can have', () => {
    const left = issueDocuments.filter(({ finder }) => finder === 'text').map(({ code }) => code);
    expect(left.sort()).toEqual(Object.keys(notInDrafts).sort());
  });

  it.each(issueDocuments.filter(({ code }) => !(code in notInDrafts)).map((each) => [each.code, each] as const))(
    'shows %s and leads to its place',
    async (_, each) => {
      const id = await put(each);
      await page.goto(`${visit.url()}/studio/drafts/${id}/checks`);
      const at = `${ours(each.document)}#${each.pointer}`;
      const row = page.locator('.issue', { has: page.locator(`a[href$="?${new URLSearchParams({ at })}"]`) }).first();
      await page.getByText('正在核对各种情况').waitFor({ state: 'detached', timeout: 60_000 });
      expect(await row.locator('.issue-what p').first().innerText()).toMatch(/\p{Script=Han}{4}/u);
      await row.getByRole('link', { name: /^去修改/ }).click();
      expect(shows(await flashed(), at)).toBe(true);
    },
    120_000,
  );

  it('complains of nothing itself, but that what is broken cannot be previewed', () => {
    expect(visit.faults.filter((fault) => !fault.includes('status of 422'))).toEqual([]);
  });
});
