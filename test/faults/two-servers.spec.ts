import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deskRequest } from '../api/submission-input.js';
import { changedFiles, changedId } from '../support/next-year.js';
import { repository } from '../support/shipped.js';
import { everyRole, firstOperator, type Session, send, signIn } from './client.js';
import { correctInPairs, editAreaInPairs, editDraftInPairs } from './edits.js';
import { emptyPlace, onMariadb, type Place } from './place.js';
import { type ServerProcess, startProcess } from './server-process.js';

let place: Place;
let configuration: string;
let one: ServerProcess;
let two: ServerProcess;
let operator: Session;
let session: Session;

const start = () => startProcess({ ...place.variables, CONFIG_DIR: configuration });

beforeAll(async () => {
  place = await emptyPlace();
  configuration = mkdtempSync(join(tmpdir(), 'yimen-config-'));
  for (const part of ['rules', 'forms']) cpSync(join(repository, part), join(configuration, part), { recursive: true });
});
afterAll(async () => {
  for (const server of [one, two]) server?.signal('SIGKILL');
  await Promise.all([one?.ended, two?.ended]);
  rmSync(configuration, { recursive: true, force: true });
  await place.remove();
});

const pairs = [
  ['an area', editAreaInPairs],
  ['a record', correctInPairs],
  ['a draft', editDraftInPairs],
] as const;

const both = () => [one.address, two.address];

(onMariadb ? describe : describe.skip)('Two servers on one database', () => {
  it('start together on an empty one: the schema is made once, and one of them has the link', async () => {
    [one, two] = await Promise.all([start(), start()]);
    const names = (await place.ask('SELECT name FROM migrations ORDER BY id')).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(3);
    expect(new Set(names).size).toBe(names.length);
    const versions = await place.ask('SELECT edition, count(*) AS count FROM edition_version GROUP BY edition');
    expect(versions.map(({ count }) => Number(count))).toEqual(versions.map(() => 1));
    const links = [one, two].filter(({ invitation }) => invitation !== undefined);
    expect(links.length).toBeGreaterThan(0);
    // The last link is the one that holds.
    for (const { invitation } of links) operator = await firstOperator(one.address, invitation).catch(() => operator);
    session = await everyRole(one.address, operator);
  });

  it('share sessions: made on one, good on the other, ended on both', async () => {
    const me = async (address: string, who: Session) =>
      (await send(address, who, 'GET', '/api/v1/session')).body.account?.name ?? null;
    await everyRole(one.address, operator, 'guest');
    const guest = await signIn(one.address, 'guest');
    expect(await Promise.all(both().map((address) => me(address, guest)))).toEqual(['guest', 'guest']);
    await send(two.address, guest, 'DELETE', '/api/v1/session');
    expect(await Promise.all(both().map((address) => me(address, guest)))).toEqual([null, null]);
    const again = await signIn(two.address, 'guest');
    const disable = [{ kind: 'disable' }, { 'if-match': '"1"' }] as const;
    const disabled = await send(one.address, operator, 'POST', '/api/v1/accounts/guest/changes', ...disable);
    expect(disabled.status).toBe(200);
    expect(await Promise.all(both().map((address) => me(address, again)))).toEqual([null, null]);
  });

  it('make one record of a key that both are sent at once', async () => {
    const request = { ...deskRequest(), area: 'lengshuitan' };
    for (let round = 0; round < 25; round += 1) {
      const headers = { 'idempotency-key': `both-${round}` };
      const sent = [...both(), ...both()].map((address) =>
        send(address, session, 'POST', '/api/v1/submissions', request, headers),
      );
      const answers = await Promise.all(sent);
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    }
    const [{ count }] = await place.ask('SELECT count(*) AS count FROM submission');
    expect(Number(count)).toBe(25);
  });

  it.each(pairs)('let exactly one of two edits of %s win', (_, edit) => edit(both(), session), 900_000);

  it('publish what was edited on one and approved on the other, for both and without a restart', async () => {
    const reviewer = await everyRole(two.address, operator, 'reviewer');
    const drafts = '/api/v1/studio/drafts';
    const edition = deskRequest().edition;
    const path = `/api/v1/editions/${edition}`;
    const manifest = `rules/${edition}/edition.json`;
    const { body: draft } = await send(one.address, session, 'POST', drafts, { kind: 'revision', edition });
    const note = { zh: '两台服务器', en: 'Two servers' };
    const documents = { [manifest]: { ...draft.documents[manifest], note } };
    await send(one.address, session, 'PUT', `${drafts}/${draft.id}`, { documents }, { 'if-match': '"1"' });
    await send(one.address, session, 'POST', `${drafts}/${draft.id}/submission`, {}, { 'if-match': '"2"' });
    const approved = await send(
      two.address,
      reviewer,
      'POST',
      `${drafts}/${draft.id}/approval`,
      {},
      { 'if-match': '"2"' },
    );
    expect([approved.status, approved.body.state]).toEqual([200, 'published']);
    const { hash } = approved.body.published;
    const told = async (address: string): Promise<string> => (await send(address, session, 'GET', path)).body.hash;
    expect(await told(two.address)).toBe(hash);
    const since = Date.now();
    while ((await told(one.address)) !== hash && Date.now() - since < 20_000) await pause(200);
    expect(await told(one.address)).toBe(hash);
  }, 120_000);

  it('use a version that the other published later, by its hash at once and as the newest soon after', async () => {
    const path = `/api/v1/editions/${changedId}`;
    const before = (await send(two.address, session, 'GET', path)).body;
    for (const [name, text] of Object.entries(changedFiles())) writeFileSync(join(configuration, name), text);
    one.signal('SIGTERM');
    expect(await one.ended).toBe(0);
    one = await start();
    const published = (await send(one.address, session, 'GET', path)).body;
    expect(published.hash).not.toBe(before.hash);
    const pinned = await send(two.address, session, 'GET', `${path}?hash=${published.hash}`);
    expect([pinned.status, pinned.body.hash]).toEqual([200, published.hash]);
    let newest = before.hash;
    for (let tries = 0; tries < 100 && newest !== published.hash; tries += 1) {
      await pause(200);
      newest = (await send(two.address, session, 'GET', path)).body.hash;
    }
    expect(newest).toBe(published.hash);
    const listed = (await send(two.address, session, 'GET', '/api/v1/editions')).body.items;
    expect(listed.find(({ id }: { id: string }) => id === changedId)).toMatchObject({
      hash: published.hash,
      current: true,
    });
  });
});

(onMariadb ? describe.skip : describe)('One server on the embedded database', () => {
  beforeAll(async () => {
    one = await start();
    session = await everyRole(one.address, await firstOperator(one.address, one.invitation));
  });

  it.each(pairs)('lets exactly one of two edits of %s win', (_, edit) => edit([one.address], session), 900_000);
});
