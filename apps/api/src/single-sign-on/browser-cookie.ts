/** Owns the cookie that binds sign-ins under way to the browser that began them. */
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'yimen_sign_in';

/** `Lax` still lets it come along when the provider sends the browser back. */
const attributes = (request: FastifyRequest) =>
  ({
    path: '/api/v1/session/oidc',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
  }) as const;

export const browserIn = (request: FastifyRequest): string | undefined => request.cookies[NAME];

export const giveBrowser = (request: FastifyRequest, reply: FastifyReply, token: string, seconds: number): void => {
  reply.setCookie(NAME, token, { ...attributes(request), maxAge: seconds });
};
