import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type PrivateMariadb, startPrivateMariadb } from '../support/mariadb.js';
import { onMariadb } from './place.js';
import { startProcess } from './server-process.js';

const servers: PrivateMariadb[] = [];
afterAll(() => Promise.all(servers.map((server) => server.stop())));

/** What a server complains about at its start on a MariaDB with a setting. */
async function complaintsWith(setting: string): Promise<string> {
  const mariadb = await startPrivateMariadb(setting);
  servers.push(mariadb);
  const server = await startProcess({
    DATA_KEYS: randomBytes(32).toString('base64'),
    DATABASE_URL: await mariadb.url('yimen'),
  });
  server.signal('SIGTERM');
  await server.ended;
  return server.complaints();
}

(onMariadb ? describe : describe.skip)('A MariaDB that may lose what it acknowledged', () => {
  it('is warned of in both languages, and one that may not is not', async () => {
    const careless = await complaintsWith('--innodb-flush-log-at-trx-commit=2');
    expect(careless).toMatch(/innodb_flush_log_at_trx_commit=2：断电会丢失[\s\S]*can be lost with the power/u);
    expect(await complaintsWith('--innodb-flush-log-at-trx-commit=1')).toBe('');
  });
});
