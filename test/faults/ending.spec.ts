import { Agent, request as open } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deskRequest } from '../api/submission-input.js';
import { everyRole, firstOperator, type Session, send } from './client.js';
import { emptyPlace, type Place } from './place.js';
import { startProcess } from './server-process.js';

let place: Place;
let session: Session | undefined;

beforeAll(async () => {
  place = await emptyPlace();
});
afterAll(() => place.remove());

/** A server on the place, with somebody signed in. */
async function serving(drain: string) {
  const server = await startProcess({ ...place.variables, DRAIN_SECONDS: drain });
  session ??= await everyRole(server.address, await firstOperator(server.address, server.invitation));
  return server;
}

/** A connection that is kept open, used once. */
async function keptOpen(address: string): Promise<Agent> {
  const agent = new Agent({ keepAlive: true });
  await new Promise<void>((resolve, reject) => {
    open(`${address}/api/health/live`, { agent }, (response) => response.resume().once('end', resolve))
      .once('error', reject)
      .end();
  });
  return agent;
}

describe('A server that is asked to end', () => {
  it('finishes what it took, also with connections kept open, and ends in order', async () => {
    const server = await serving('0');
    const agents = await Promise.all(Array.from({ length: 5 }, () => keptOpen(server.address)));
    const request = { ...deskRequest(), area: 'lengshuitan' };
    let ending = false;
    const answered = new Map<string, number | undefined>();
    const writers = Array.from({ length: 20 }, async (_, index) => {
      for (let count = 0; ; count += 1) {
        const key = `end-${index}-${count}`;
        const headers = { 'idempotency-key': key };
        const sent = send(server.address, session, 'POST', '/api/v1/submissions', request, headers);
        const status = await sent.then(
          (answer) => answer.status,
          () => undefined,
        );
        answered.set(key, status);
        if (status !== 201) return expect([key, ending, [503, undefined].includes(status)]).toEqual([key, true, true]);
      }
    });
    await pause(1000);
    ending = true;
    const asked = performance.now();
    server.signal('SIGTERM');
    expect(await server.ended).toBe(0);
    const took = Math.round(performance.now() - asked);
    await Promise.all(writers);
    for (const agent of agents) agent.destroy();
    const stored = [...answered].filter(([, status]) => status === 201).map(([key]) => key);
    const rows = await place.ask("SELECT `key` FROM idempotency_key WHERE `key` LIKE 'end-%'");
    const kept = new Set(rows.map(({ key }) => key));
    expect(stored.filter((key) => !kept.has(key))).toEqual([]);
    process.stderr.write(`ending: ${stored.length} stored, ended after ${took} ms\n`);
  });

  it('says that it is not ready while it still serves', async () => {
    const server = await serving('2');
    server.signal('SIGTERM');
    await pause(300);
    const ready = await send(server.address, undefined, 'GET', '/api/health/ready');
    expect([ready.status, ready.body.type]).toEqual([503, 'urn:yimen:problem:unavailable']);
    expect((await send(server.address, undefined, 'GET', '/api/health/live')).status).toBe(200);
    expect((await send(server.address, session, 'GET', '/api/v1/submissions')).status).toBe(200);
    expect(await server.ended).toBe(0);
    await expect(fetch(`${server.address}/api/health/live`)).rejects.toThrow();
  });
});
