/** Owns the bench of what a first visit transfers: every byte on the wire, with an empty cache. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const LIMIT = 500_000;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const pages = {
  'home page': '/',
  "a clerk's window": '/window/yongzhou/intake/2014',
  'an acceptance sheet': '/acceptance/yongzhou/acceptance/2014',
  records: '/records',
};

const executablePath = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
if (!executablePath) {
  console.log('transfer: left out, no Chromium found (apt-get install chromium, or set CHROME_PATH)');
  process.exit(0);
}

/** Starts the built server on a free port and resolves with its address, which it prints. */
function startServer(folder) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const child = spawn(process.execPath, [join(root, 'apps/api/dist/server/main.js')], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder, PORT: '0', YIMEN_SAMPLE_DATA: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = new Promise((resolve, reject) => {
    let told = '';
    child.stdout.on('data', (text) => {
      told += text;
      const found = /http:\/\/\S+/u.exec(told)?.[0];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { child, address };
}

/** Bytes and requests of one page opened in a fresh profile. */
async function measure(browser, url) {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const origin = new URL(url).origin;
  const { samples } = await (await context.request.get(`${origin}/api/v1/session`)).json();
  const name = url.includes('/acceptance/') ? 'assessor' : 'clerk';
  const data = { name, password: samples.find((sample) => sample.name === name).password };
  await context.request.post(`${origin}/api/v1/session`, { data });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  let bytes = 0;
  let requests = 0;
  client.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  await context.close();
  return { bytes, requests };
}

const folder = mkdtempSync(join(tmpdir(), 'yimen-transfer-'));
const { child, address } = startServer(folder);
try {
  const base = await address;
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  console.log('\ntransfer of a first visit, compressed, empty cache (limit 500 kB)');
  for (const [name, path] of Object.entries(pages)) {
    const { bytes, requests } = await measure(browser, base.replace(/\/$/u, '') + path);
    const share = Math.round((100 * bytes) / LIMIT);
    console.log(
      `  ${name.padEnd(22)} ${(bytes / 1000).toFixed(0).padStart(5)} kB  ${requests} requests  ${share} % of the limit`,
    );
  }
  await browser.close();
} finally {
  child.removeAllListeners('exit');
  child.kill();
  await new Promise((resolve) => child.once('close', resolve));
  rmSync(folder, { recursive: true, force: true });
}
