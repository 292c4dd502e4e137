/** Owns the cookie that carries a session's token. */
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'yimen_session';

/** Not for scripts, not for other sites, and only over TLS where the page came over TLS. */
const attributes = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' }) as const;

export const tokenIn = (request: FastifyRequest): string | undefined => request.cookies[NAME];

export const giveToken = (request: FastifyRequest, reply: FastifyReply, token: string): void => {
  reply.setCookie(NAME, token, attributes(request));
};

export const takeToken = (request: FastifyRequest, reply: FastifyReply): void => {
  reply.clearCookie(NAME, attributes(request));
};
