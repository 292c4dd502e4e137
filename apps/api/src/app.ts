/** Owns putting the server together, ready to listen. */
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import cookie from '@fastify/cookie';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { appModule } from './app.module.js';
import type { Environment } from './env/environment.js';
import { compressAnswers } from './http/compression.js';
import { InputPipe } from './http/input.pipe.js';
import { keepNothing } from './http/no-store.js';
import { ProblemFilter, sendProblem } from './http/problem.filter.js';
import { readBodies } from './http/request-body.js';
import { addSecurityHeaders } from './http/security.js';
import { receiveUploads } from './http/upload.js';
import { serveWebApp } from './http/web-app.js';
import { ServerLogger } from './server-logger.js';

const BODY_LIMIT = 1024 * 1024;

/** How long a server that could not be put together may take to close, in milliseconds. */
const LONGEST_CLOSE = 5_000;

/** The server for an environment: database open and migrated, editions published. Close it when done. */
export async function createApp(
  environment: Environment,
  options: { readonly quiet?: boolean } = {},
): Promise<NestFastifyApplication> {
  const adapter = fastifyAdapter(environment);
  const app = await NestFactory.create<NestFastifyApplication>(appModule(environment), adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: options.quiet ? ['fatal'] : new ServerLogger({ prefix: 'Yimen' }),
  });
  app.useGlobalPipes(new InputPipe());
  app.useGlobalFilters(new ProblemFilter());
  await addSecurityHeaders(app);
  keepNothing(app);
  await compressAnswers(app);
  await app.register(cookie as never);
  await receiveUploads(app);
  await serveWebApp(app, environment.web);
  try {
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  } catch (error) {
    await closeHalfMade(app);
    throw error;
  }
  return app;
}

/** Closes a server that could not be put together: it holds connections. One that has fallen silent is not waited for. */
async function closeHalfMade(app: NestFastifyApplication): Promise<void> {
  const closed = new AbortController();
  const longest = pause(LONGEST_CLOSE, undefined, { signal: closed.signal });
  await Promise.race([app.close(), longest]).finally(() => closed.abort());
}

/** Takes bodies of at most 1 MB. */
function fastifyAdapter({ trustedProxies }: Environment): FastifyAdapter {
  const logger = new Logger('Http');
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // Who else could say that a request came over TLS?
    trustProxy: [...trustedProxies],
    // A connection that is in use when the server closes gets its answer, and then no further one.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(error, request, reply, logger),
  });
  readBodies(adapter.getInstance() as unknown as FastifyInstance);
  return adapter;
}
