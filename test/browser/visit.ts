/** Owns one visit of a suite: the real server, the browser, its pages, and whatever they complain about. */
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { type RunningServer, startServer } from './server.js';

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
}

export interface Visit {
  /** Opens a path in a fresh profile. */
  readonly open: (path: string, options?: PageOptions) => Promise<Page>;
  readonly url: () => string;
  /** Errors of the page and of its console, so far. */
  readonly faults: readonly string[];
}

/** Starts server and browser before the suite and stops them after it; `environment` returns the server's variables. */
export function startVisit(environment: () => Readonly<Record<string, string>> = () => ({})): Visit {
  let server: RunningServer;
  let browser: Browser;
  const faults: string[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(environment()), launchChromium()]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  }, 60_000);

  async function open(path: string, { size = desk, language = 'zh' }: PageOptions = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: size, locale: 'zh-CN' });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    if (language === 'en') await page.addInitScript(() => localStorage.setItem('yimen.language', 'en'));
    await page.goto(server.url + path);
    return page;
  }

  return { open, url: () => server.url, faults };
}
