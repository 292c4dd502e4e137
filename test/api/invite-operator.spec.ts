/** The way in for whoever runs the server: at the first start, and by command. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles } from '@yimen/contracts';
import { DataSource } from 'typeorm';
import { FirstOperator } from '../../apps/api/src/identity/first-operator.service.js';
import { operate } from '../../apps/api/src/operate/operate.js';
import { changeAccount, emptyStore, type Server, type Store, startServer } from './server.js';

const PASSWORD = 'a good password';
const everything = [{ role: 'operator' as const, area: 'yongzhou' }];

let store: Store;
let server: Server;
beforeAll(async () => {
  store = await emptyStore();
  server = await startServer(store.environment());
});
afterAll(async () => {
  await server.stop();
  await store.remove();
});

/** The command beside the running server, with what it printed. */
async function invite(
  ...words: string[]
): Promise<{ readonly code: number; readonly told: string; readonly token: string }> {
  const { database, data } = store.environment();
  const told: string[] = [];
  const say = (text: string): void => void told.push(text);
  const place = database.kind === 'mysql' ? { DATABASE_URL: database.url } : {};
  const code = await operate(['invite-operator', ...words], { DATA_DIR: data, ...place }, { tell: say, fail: say });
  return { code, told: told.join(''), token: /\/welcome#([\w-]{43})/u.exec(told.join(''))?.[1] ?? '' };
}

const welcome = (token: string | undefined) =>
  server.anyone().post('/api/v1/welcome').send({ token, password: PASSWORD });
const tokenOf = (link: string | null) => link?.split('#')[1];
const signIn = (name: string) => server.anyone().post('/api/v1/session').send({ name, password: PASSWORD });
const query = (text: string, values: unknown[] = []) => server.app.get(DataSource).query(text, values);
const actionsOn = async (name: string): Promise<string[]> =>
  (await server.http.get(`/api/v1/audit?limit=200&subject=${name}`)).body.items.map(
    ({ action }: { action: string }) => action,
  );

describe('npm run operate -- invite-operator', () => {
  it('makes an operator for everything, and its link works once', async () => {
    const { code, told, token } = await invite();
    expect(code).toBe(0);
    expect(told).toContain('http://127.0.0.1:8080/welcome#');
    expect((await signIn('operator')).status).toBe(401);
    expect((await welcome(token)).status).toBe(200);
    expect((await welcome(token)).status).toBe(404);
    expect((await signIn('operator')).body.account.assignments).toEqual(everything);
    expect(await actionsOn('operator')).toContain('account-invited');
  });

  it('lets somebody in again who was disabled, or forgot the password: the old one and its sessions end', async () => {
    const agent = await server.as('forgetful', everything);
    await changeAccount(server.operator, 'forgetful', { kind: 'disable' });
    const { token } = await invite('forgetful');
    expect((await signIn('forgetful')).status).toBe(401);
    expect((await agent.get('/api/v1/accounts')).status).toBe(401);
    expect((await welcome(token)).status).toBe(422);
    await query("UPDATE account SET earlier_passwords = '[]' WHERE name = 'forgetful'");
    expect((await welcome(token)).status).toBe(200);
    expect((await signIn('forgetful')).status).toBe(200);
    expect((await actionsOn('forgetful')).slice(-2)).toEqual(['password-chosen', 'account-invited']);
    expect(await actionsOn('forgetful')).toEqual(expect.arrayContaining(['account-enabled', 'account-reset']));
  });

  it('makes the operator of somebody else, who then sees no records any more', async () => {
    const held = roles.flatMap((role) => (role === 'operator' ? [] : [{ role, area: 'lingling' }]));
    await server.as('all-else', held);
    const { code, token } = await invite('all-else');
    expect(code).toBe(0);
    await query("UPDATE account SET earlier_passwords = '[]' WHERE name = 'all-else'");
    await welcome(token);
    const { assignments } = (await signIn('all-else')).body.account;
    expect(assignments).toEqual([
      ...everything,
      { role: 'administrator', area: 'lingling' },
      { role: 'reviewer', area: 'lingling' },
    ]);
    expect(await actionsOn('all-else')).toContain('account-assigned');
  });

  it('forgets who signed in to the account through the provider: the former holder is no operator', async () => {
    await server.as('handed-on', [{ role: 'clerk', area: 'lingling' }]);
    await changeAccount(server.operator, 'handed-on', { kind: 'link', person: '张三' });
    await query("UPDATE account SET issuer = 'https://id.example', subject = 'zhang' WHERE name = 'handed-on'");
    expect((await invite('handed-on')).code).toBe(0);
    expect(await query("SELECT person, issuer, subject FROM account WHERE name = 'handed-on'")).toEqual([
      { person: null, issuer: null, subject: null },
    ]);
    expect((await actionsOn('handed-on')).slice(0, 3)).toEqual(['account-reset', 'account-linked', 'account-assigned']);
  });

  it('refuses what is no name, and more than one', async () => {
    expect(await invite('Not A Name')).toMatchObject({ code: 1, told: expect.stringContaining('operator-2') });
    expect((await invite('one', 'two')).code).toBe(2);
    expect((await invite('one', 'two')).told).toContain('invite-operator [name]');
  });
});

describe('The first start', () => {
  const first = () => server.app.get(FirstOperator).invite();
  const emptied = async () => {
    await query('DELETE FROM session');
    await query('DELETE FROM account');
  };

  it('prints a link until an operator can sign in, the last of which holds', async () => {
    expect(await first()).toBeNull();
    await emptied();
    const [link, next] = [await first(), await first()];
    expect(link).toMatch(/^\/welcome#[\w-]{43}$/u);
    expect(next).not.toBe(link);
    expect((await welcome(tokenOf(link))).status).toBe(404);
    expect((await welcome(tokenOf(next))).status).toBe(200);
    expect((await signIn('operator')).body.account.assignments).toEqual(everything);
    expect(await first()).toBeNull();
  });

  it('is the way back where the only operator is disabled, though others can sign in', async () => {
    await emptied();
    await welcome(tokenOf(await first()));
    await server.as('clerk', [{ role: 'clerk', area: 'lingling' }]);
    await query("UPDATE account SET disabled = 1, earlier_passwords = '[]' WHERE name = 'operator'");
    const link = await first();
    expect(link).not.toBeNull();
    await query("UPDATE account SET earlier_passwords = '[]' WHERE name = 'operator'");
    expect((await welcome(tokenOf(link))).status).toBe(200);
    expect((await signIn('operator')).status).toBe(200);
  });

  it('copes with an account of that name that is something else', async () => {
    await emptied();
    await server.as('operator', [{ role: 'clerk', area: 'lingling' }]);
    await query("UPDATE account SET password_hash = NULL WHERE name = 'operator'");
    const link = await first();
    expect((await welcome(tokenOf(link))).status).toBe(200);
    expect((await signIn('operator')).body.account.assignments).toEqual(everything);
  });
});
