import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { operate } from '../../apps/api/src/operate/operate.js';
import { emptyStore, type Store, startServer } from './server.js';
import { deskRequest } from './submission-input.js';

const [first, second] = [randomBytes(32), randomBytes(32)].map((key) => key.toString('base64'));
let store: Store;
beforeAll(async () => {
  store = await emptyStore();
});
afterAll(() => store.remove());

/** Runs a command on the store, with everything it says. */
async function run(name: string, keys: string | undefined): Promise<{ readonly code: number; readonly told: string }> {
  const { database, data } = store.environment();
  const words: string[] = [];
  const say = (text: string): void => void words.push(text);
  const place = database.kind === 'mysql' ? { DATABASE_URL: database.url } : {};
  const variables = { DATA_DIR: data, ...place, ...(keys && { DATA_KEYS: keys }) };
  return { code: await operate([name], variables, { tell: say, fail: say }), told: words.join('') };
}

describe("The operator's commands", () => {
  it('check the audit trail and seal personal data with a new key', async () => {
    const server = await startServer(store.environment({ DATA_KEYS: first ?? '' }));
    const clerk = await server.as('operate-clerk', [{ role: 'clerk', area: 'lengshuitan' }]);
    const { body } = await clerk.post('/api/v1/submissions').send(deskRequest());
    await server.stop();

    const intact = await run('verify-audit', first);
    expect(intact.code).toBe(0);
    expect(intact.told).toMatch(/操作记录完好：\d+ 条，末条 \d+ [0-9a-f]{64}/u);
    expect((await run('rotate-keys', second)).told).toContain('DATA_KEYS');
    const rotated = await run('rotate-keys', `${second},${first}`);
    expect(rotated).toMatchObject({ code: 0, told: expect.stringMatching(/已重新加密 [1-9]\d* 份记录/u) });

    const again = await startServer(store.environment({ DATA_KEYS: second ?? '' }));
    const later = await again.as('operate-clerk', [{ role: 'clerk', area: 'lengshuitan' }]);
    expect((await later.post(`/api/v1/submissions/${body.id}/personal-data`).send({ reason: '核对' })).status).toBe(
      200,
    );
    await again.app.get(DataSource).query("UPDATE audit_entry SET action = 'session-opened' WHERE sequence = 2");
    await again.stop();

    const tampered = await run('verify-audit', second);
    expect(tampered.code).toBe(1);
    expect(tampered.told).toContain('第 2 条内容被改');
  });
});
