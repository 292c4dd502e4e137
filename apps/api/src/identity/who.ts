/** Owns handing a controller whoever sends the request. */
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './account.js';

/** The actor that the guard let in. An address that is open to everybody has none to ask for. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!actor) throw new Error('an address that is open to everybody asks who sends the request');
  return actor;
});
