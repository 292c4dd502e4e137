/** Owns starting the real server for a test, on the database that `TEST_DATABASE` names. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type AccountChange, type Assignment, type Role, roles } from '@yimen/contracts';
import supertest from 'supertest';
import { createApp } from '../../apps/api/src/app.js';
import { AreasService } from '../../apps/api/src/areas/areas.service.js';
import { type Environment, readEnvironment } from '../../apps/api/src/env/environment.js';
import { AccountsService } from '../../apps/api/src/identity/accounts.service.js';
import { Passwords } from '../../apps/api/src/identity/passwords.service.js';
import { type Mariadb, startMariadb } from '../support/mariadb.js';

export const onMariadb = process.env.TEST_DATABASE === 'mariadb';

type Variables = Readonly<Record<string, string>>;

/** A place for data that servers of one test can share, one after the other. */
export interface Store {
  readonly environment: (more?: Variables) => Environment;
  readonly remove: () => Promise<void>;
}

export type Agent = ReturnType<typeof supertest.agent>;

export interface Server {
  readonly app: NestFastifyApplication;
  /** Signed in as somebody with every role for all areas but the operator's. */
  readonly http: Agent;
  /** Signed in as an operator for all areas. */
  readonly operator: Agent;
  /** Somebody with some roles for an area; the same name is the same person. */
  readonly as: (name: string, assignments: readonly Assignment[]) => Promise<Agent>;
  /** Nobody. */
  readonly anyone: () => Agent;
  readonly stop: () => Promise<void>;
}

let databases = 0;

/** The MariaDB that the stores of one test file share, and how many of them use it. */
let shared: Promise<Mariadb> | undefined;
let users = 0;

async function useMariadb(): Promise<string> {
  users += 1;
  shared ??= startMariadb();
  databases += 1;
  return (await shared).url(`yimen_${process.pid}_${databases}`);
}

async function leaveMariadb(): Promise<void> {
  users -= 1;
  if (users > 0) return;
  const server = await shared;
  shared = undefined;
  await server?.stop();
}

/** An empty database: a folder of its own, or one on a private MariaDB. */
export async function emptyStore(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'yimen-api-'));
  const url = onMariadb ? await useMariadb() : undefined;
  return {
    environment: (more = {}) =>
      readEnvironment({ DATA_DIR: folder, WEB_DIR: join(folder, 'none'), ...(url && { DATABASE_URL: url }), ...more }),
    remove: async () => {
      if (onMariadb) await leaveMariadb();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function startServer(environment: Environment): Promise<Server> {
  const app = await createApp(environment, { quiet: true });
  const anyone = (): Agent => supertest.agent(app.getHttpServer());
  const as = (name: string, assignments: readonly Assignment[]) => signedIn(app, anyone(), name, assignments);
  const tops = (await app.get(AreasService).list({ limit: 200, closed: false })).items.filter(({ parent }) => !parent);
  const held = (which: readonly Role[]) => tops.flatMap(({ id }) => which.map((role) => ({ role, area: id })));
  const http = await as('tester', held(roles.filter((role) => role !== 'operator')));
  return { app, http, operator: await as('running', held(['operator'])), as, anyone, stop: () => app.close() };
}

const PASSWORD = 'a good password';

/** An agent that carries the session of an account, which is made where it is not there. */
async function signedIn(
  app: NestFastifyApplication,
  agent: Agent,
  name: string,
  assignments: readonly Assignment[],
): Promise<Agent> {
  const { link } = await app.get(AccountsService).create(null, name, { title: name, assignments: [...assignments] });
  if (link) await app.get(Passwords).welcome(link.slice(link.indexOf('#') + 1), PASSWORD);
  const { body } = await agent.post('/api/v1/session').send({ name, password: PASSWORD });
  agent.set('x-csrf-token', body.csrf);
  return agent;
}

/** A change of an account as it now is, by an operator. */
export async function changeAccount(operator: Agent, name: string, change: AccountChange) {
  const { body } = await operator.get('/api/v1/accounts?limit=200');
  const account = body.items.find((each: { name: string }) => each.name === name);
  return operator
    .post(`/api/v1/accounts/${name}/changes`)
    .set('if-match', `"${account?.version ?? 1}"`)
    .send(change);
}

/** A server on an empty database of its own. */
export async function freshServer(more: Variables = {}): Promise<Server> {
  const store = await emptyStore();
  const server = await startServer(store.environment(more));
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await store.remove();
    },
  };
}
