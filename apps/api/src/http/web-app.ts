/** Owns serving the built web app: its files, and its first page for every address that is a page. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const FIRST_PAGE = 'index.html';

/** Stands in the built page where the nonce of its policy goes. */
const NONCE = /CSP_NONCE/gu;

/** Serves `folder`; without a built app there, the server answers its API alone. */
export async function serveWebApp(app: NestFastifyApplication, folder: string): Promise<void> {
  if (!existsSync(join(folder, FIRST_PAGE))) return;
  const { default: fastifyStatic } = await import('@fastify/static');
  await app.register(
    fastifyStatic as never,
    {
      root: folder,
      wildcard: false,
      index: false,
      globIgnore: [`**/${FIRST_PAGE}*`],
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply: FastifyReply, path: string) => reply.header('cache-control', cacheControl(path)),
    } as never,
  );
  const page = readFileSync(join(folder, FIRST_PAGE), 'utf8');
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  server.get('/*', (request, reply) => (isPage(request) ? sendPage(page, reply) : reply.callNotFound()));
}

const sendPage = (page: string, reply: FastifyReply): FastifyReply =>
  reply
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(page.replace(NONCE, reply.cspNonce.style));

/** Built files carry their hash in their name; the pages that name them do not. */
const cacheControl = (path: string): string =>
  /[\\/]assets[\\/]/u.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

/** An address of the API is never a page, nor is one that names a file. */
function isPage({ url }: FastifyRequest): boolean {
  const path = url.split('?')[0] ?? '/';
  if (path === `/${FIRST_PAGE}`) return true;
  return path !== '/api' && !path.startsWith('/api/') && !/\.[a-z0-9]+$/iu.test(path);
}
