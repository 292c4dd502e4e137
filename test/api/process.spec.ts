import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { repository } from '../support/shipped.js';
import { desk, deskRequest } from './submission-input.js';

const folder = mkdtempSync(join(tmpdir(), 'yimen-process-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (variables: Record<string, string>): ChildProcess =>
  spawn(process.execPath, [join(repository, 'apps/api/dist/server/main.js')], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', DATA_DIR: join(folder, 'data'), ...variables },
  });

async function output(stream: NodeJS.ReadableStream | null, until = /$^/u): Promise<string> {
  let text = '';
  for await (const chunk of stream ?? []) {
    text += chunk;
    if (until.test(text)) break;
  }
  return text;
}

/** A built web app with one hashed script, large enough to be worth compressing. */
function writeWebApp(): string {
  const web = join(folder, 'web');
  const script = 'console.log("一门");\n'.repeat(200);
  mkdirSync(join(web, 'assets'), { recursive: true });
  writeFileSync(join(web, 'index.html'), '<!doctype html><meta nonce="CSP_NONCE"><title>first page</title>');
  writeFileSync(join(web, 'assets/main-abc.js'), script);
  writeFileSync(join(web, 'assets/main-abc.js.br'), brotliCompressSync(script));
  writeFileSync(join(web, 'assets/main-abc.js.gz'), gzipSync(script));
  return web;
}

describe('The server process', () => {
  let server: ChildProcess;
  let http: ReturnType<typeof supertest>;

  beforeAll(async () => {
    server = start({ PORT: '0', WEB_DIR: writeWebApp() });
    const told = await output(server.stdout, /http:\/\/\S+\n/u);
    http = supertest(/http:\/\/\S+/u.exec(told)?.[0] ?? told);
  });

  it('serves the first page for every address that is a page, never kept, under a policy of its own', async () => {
    const nonces: unknown[] = [];
    for (const path of ['/', '/index.html', '/window', '/acceptance/a/b/2014', '/a?b=c.js']) {
      const answer = await http.get(path);
      expect([path, answer.status, answer.type]).toEqual([path, 200, 'text/html']);
      expect(answer.text).toContain('first page');
      expect(answer.headers['cache-control']).toBe('no-cache');
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      nonces.push(/nonce="([^"]{16,})"/u.exec(answer.text)?.[1]);
      expect(policy).toContain(`style-src 'self' 'nonce-${nonces.at(-1)}'`);
    }
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  it('serves hashed files compressed and for ever', async () => {
    for (const [encoding, expected] of [
      ['br', 'br'],
      ['gzip', 'gzip'],
      ['identity', undefined],
    ]) {
      const answer = await http.get('/assets/main-abc.js').set('accept-encoding', String(encoding));
      expect(answer.status).toBe(200);
      expect(answer.headers['content-encoding']).toBe(expected);
      expect(answer.headers['cache-control']).toContain('immutable');
      expect(answer.type).toMatch(/javascript/u);
    }
  });

  it('answers a problem for files that are not there and for the API', async () => {
    for (const path of ['/assets/gone.js', '/favicon.ico', '/api/v1/nothing', '/api', '/..%2f..%2fpackage.json']) {
      const answer = await http.get(path);
      expect([path, answer.status, answer.type]).toEqual([path, 404, 'application/problem+json']);
    }
    expect((await http.post('/window').send({})).status).toBe(404);
  });

  it('ends by itself when asked to', async () => {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    const [code, signal] = await ended;
    expect(code === 0 || signal === 'SIGTERM').toBe(true);
  });
});

describe('A server with a bad environment', () => {
  it('does not start and names every bad variable', async () => {
    const server = start({ PORT: 'x', DATABASE_URL: 'sqlite://x' });
    const [told, [code]] = await Promise.all([output(server.stderr), once(server, 'exit')]);
    expect(code).toBe(2);
    expect(told).toMatch(/PORT[\s\S]*DATABASE_URL|DATABASE_URL[\s\S]*PORT/u);
  });
});

describe('The log of a server', () => {
  it('says nothing of what people are asked, whatever is done with it', async () => {
    const server = start({ PORT: '0', YIMEN_SAMPLE_DATA: '1', DATA_DIR: join(folder, 'logged') });
    const [errors, rest] = [output(server.stderr), collected(server)];
    const agent = supertest.agent(await rest.address);
    const { body: session } = await agent.post('/api/v1/session').send({ name: 'clerk', password: 'Yimen-samples-1' });
    agent.set('x-csrf-token', session.csrf);
    const request = deskRequest();
    const secrets = [...desk.facts.values()]
      .filter((fact) => fact.personal)
      .map(({ form, id }) => String((request.facts as any)[form][id]));
    expect(secrets.length).toBeGreaterThan(2);
    const { body: record, status } = await agent.post('/api/v1/submissions').send(request);
    expect(status).toBe(201);
    await agent.post(`/api/v1/submissions/${record.id}/personal-data`).send({ reason: '核对' });
    for (const identity of secrets) await agent.post('/api/v1/submissions/search').send({ identity });
    await agent.post('/api/v1/submissions').send({ ...request, edition: 'a/b/2000' });
    await agent
      .post('/api/v1/submissions')
      .set('content-type', 'application/json')
      .send(`{${JSON.stringify(secrets)}`);
    server.kill('SIGTERM');
    const told = (await errors) + (await rest.all);
    expect(told).toContain('一门 Yimen');
    for (const secret of secrets) expect(told).not.toContain(secret);
  }, 60_000);
});

/** Everything that a server prints, and its address as soon as it is there. */
function collected({ stdout }: ChildProcess): { readonly address: Promise<string>; readonly all: Promise<string> } {
  let told = '';
  const address = new Promise<string>((resolve) => {
    stdout?.on('data', (chunk) => {
      told += chunk;
      const found = /http:\/\/\S+/u.exec(told)?.[0];
      if (found) resolve(found.replace(/\/$/u, ''));
    });
  });
  return { address, all: once(stdout ?? process.stdout, 'end').then(() => told) };
}
