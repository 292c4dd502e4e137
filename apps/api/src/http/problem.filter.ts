/** Owns turning every error into an answer; the only place that does. */
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { problemMediaType } from '@yimen/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { preferredLanguage } from './language.js';
import { answerable, problemBody } from './problem.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    sendProblem(error, request, reply, this.logger);
  }
}

/** Answers an error; those of the server's own are logged, without the request's content. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): void {
  const answer = answerable(error);
  const instance = request.url.split('?')[0] ?? '/';
  if (answer.status >= 500) logger.error(`${request.method} ${instance}: ${String(error)}`, stackOf(error));
  const lang = preferredLanguage(request.headers['accept-language']);
  void reply
    .code(answer.status)
    .headers(answer.headers)
    .header('content-type', `${problemMediaType}; charset=utf-8`)
    .header('content-language', lang)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemBody(answer, lang, instance)));
}

const stackOf = (error: unknown): string | undefined => (error instanceof Error ? error.stack : undefined);
