/** Owns one visit of a suite: the real server, the browser, its pages, and whatever they complain about. */
import { afterAll, beforeAll } from '@jest/globals';
import type { Role, Session } from '@yimen/contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { type RunningServer, startServer } from './server.js';
import { noteRequests } from './settled.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The screens of a counter and of a phone. */
export const desk: Size = { width: 1366, height: 768 };
export const phone: Size = { width: 390, height: 844 };

export interface PageOptions {
  readonly size?: Size;
  readonly language?: 'zh' | 'en';
  /** Whose sample account is signed in; the one whose work the path is where nothing is said, nobody for null. */
  readonly role?: Role | null;
}

export interface Visit {
  /** Opens a path in a fresh profile. */
  readonly open: (path: string, options?: PageOptions) => Promise<Page>;
  readonly url: () => string;
  /** The variables that name where the server's data is. */
  readonly place: () => Readonly<Record<string, string>>;
  /** What the server answers a role. */
  readonly get: (path: string, role: Role) => Promise<unknown>;
  /** Errors of the page and of its console, so far. */
  readonly faults: readonly string[];
}

/** Starts server and browser before the suite and stops them after it; `environment` returns the server's variables. */
export function startVisit(environment: () => Readonly<Record<string, string>> = () => ({})): Visit {
  let server: RunningServer;
  let browser: Browser;
  const faults: string[] = [];

  beforeAll(async () => {
    const variables = { YIMEN_SAMPLE_DATA: '1', ...environment() };
    [server, browser] = await Promise.all([startServer(variables), launchChromium()]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  }, 60_000);

  async function open(
    path: string,
    { size = desk, language = 'zh', role = worker(path) }: PageOptions = {},
  ): Promise<Page> {
    const context = await browser.newContext({
      viewport: size,
      locale: 'zh-CN',
      timezoneId: elsewhere(new Date()),
      hasTouch: size === phone,
      // What moves is not where it will be: a click meant for it may miss it on a busy machine.
      reducedMotion: 'reduce',
    });
    if (role) await signIn(context, server.url, role);
    const page = await context.newPage();
    noteRequests(page);
    page.once('close', () => void context.close().catch(() => undefined));
    page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    if (language === 'en') await page.addInitScript(() => localStorage.setItem('yimen.language', 'en'));
    await page.goto(server.url + path);
    return page;
  }

  async function get(path: string, role: Role): Promise<unknown> {
    const context = await browser.newContext();
    await signIn(context, server.url, role);
    const answer: unknown = await (await context.request.get(server.url + path)).json();
    await context.close();
    return answer;
  }

  return { open, url: () => server.url, place: () => server.place, get, faults };
}

/** A place where it is another day than in China at this moment: no page may count days by the screen's own clock. */
const elsewhere = (now: Date): string =>
  (now.getUTCHours() + 8) % 24 < 18 ? 'Pacific/Pago_Pago' : 'Pacific/Kiritimati';

const worker = (path: string): Role => (path.startsWith('/acceptance') ? 'assessor' : 'clerk');

/** Signs a browser in with the sample account of a role, as the sign-in page offers it. */
async function signIn(context: BrowserContext, url: string, role: Role): Promise<void> {
  const { samples } = (await (await context.request.get(`${url}/api/v1/session`)).json()) as Session;
  const sample = samples.find(({ name }) => name === role);
  await context.request.post(`${url}/api/v1/session`, { data: { name: sample?.name, password: sample?.password } });
}
