/** Owns starting the real server for a test, on the database that `TEST_DATABASE` names. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { createApp } from '../../apps/api/src/app.js';
import { type Environment, readEnvironment } from '../../apps/api/src/env/environment.js';
import { type Mariadb, startMariadb } from '../support/mariadb.js';

export const onMariadb = process.env.TEST_DATABASE === 'mariadb';

type Variables = Readonly<Record<string, string>>;

/** A place for data that servers of one test can share, one after the other. */
export interface Store {
  readonly environment: (more?: Variables) => Environment;
  readonly remove: () => Promise<void>;
}

export interface Server {
  readonly app: NestFastifyApplication;
  readonly http: ReturnType<typeof supertest>;
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
  return { app, http: supertest(app.getHttpServer()), stop: () => app.close() };
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
