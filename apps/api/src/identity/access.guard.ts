/** Owns the decision who may use an address: by the table of routes, and nothing that is not in it. */
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type Access, routes } from '@yimen/contracts';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.js';
import { type Actor, mayDo } from './account.js';
import { tokenIn } from './session-cookie.js';
import { Sessions } from './sessions.service.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends the request, once the guard let it in. */
    actor?: Actor;
  }
}

const accessOf: ReadonlyMap<string, Access> = new Map(
  routes.map(({ method, path, access }) => [`${method.toUpperCase()} ${path}`, access]),
);

/** What a browser sends along by itself proves nothing: requests that change something repeat a token of the session. */
const SAFE = new Set(['GET', 'HEAD']);

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(@Inject(Sessions) private readonly sessions: Sessions) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const access = accessOf.get(declared(request));
    if (access === undefined) throw forbidden();
    const token = tokenIn(request);
    const actor = token === undefined ? undefined : await this.sessions.actorOf(token);
    if (actor) request.actor = actor;
    if (access === 'public') return true;
    if (!actor) throw nobody();
    if (!SAFE.has(request.method) && request.headers['x-csrf-token'] !== actor.csrf) throw foreign();
    if (access === 'signed-in') return true;
    if (actor.passwordExpired) throw expired();
    if (!mayDo(actor.account, access)) throw forbidden();
    return true;
  }
}

/** The route as the table writes it. */
const declared = ({ method, routeOptions }: FastifyRequest): string =>
  `${method === 'HEAD' ? 'GET' : method} ${(routeOptions.url ?? '').replaceAll(/:([a-zA-Z]+)/gu, '{$1}')}`;

const nobody = (): Refusal => new Refusal('unknown-person', 'not-signed-in', { zh: '请先登录', en: 'Sign in first' });

const forbidden = (): Refusal =>
  new Refusal('forbidden', 'not-allowed', {
    zh: '您的角色不能做这件事，需要的话请联系管理员',
    en: 'Your roles do not allow this; ask an administrator if you need it',
  });

const foreign = (): Refusal =>
  new Refusal('forbidden', 'bad-csrf-token', {
    zh: '页面已过期，请刷新后再试',
    en: 'The page is out of date; load it again',
  });

const expired = (): Refusal =>
  new Refusal('forbidden', 'password-expired', {
    zh: '密码已到期，请先修改密码',
    en: 'The password has expired; change it first',
  });
