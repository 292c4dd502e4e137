/** Owns a site with a real identity provider for tests, and walking from one to the other and back. */
import { expect } from '@jest/globals';
import type { AccountChange } from '@yimen/contracts';
import { type IdentityProvider, ProviderVisit, signsInThrough, startProvider } from '../support/identity-provider.js';
import { type Agent, changeAccount, freshServer, type Server } from './server.js';

/** How people reach the site; the tests walk there themselves. */
export const SITE = 'http://yimen.test';
export const BEGIN = '/api/v1/session/oidc';
export const clerk = [{ role: 'clerk' as const, area: 'lingling' }];

/** What a request takes of an address at which the provider's answer arrives. */
export const path = ({ pathname, search }: URL): string => pathname + search;

export const nameOf = async (agent: Agent): Promise<string | null> =>
  (await agent.get('/api/v1/session')).body.account?.name ?? null;

/** The end of a sign-in that opened nothing. */
export const stopped = (problem: string, page = '/records') => ({
  status: 302,
  location: `${page}?problem=${problem}`,
  who: null,
});

/** A server beside its provider. */
export class Site {
  private constructor(
    readonly provider: IdentityProvider,
    readonly server: Server,
  ) {}

  static async start(): Promise<Site> {
    const provider = await startProvider({ site: SITE });
    return new Site(provider, await freshServer(signsInThrough(provider.issuer, SITE)));
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await this.provider.stop();
  }

  change(name: string, change: AccountChange) {
    return changeAccount(this.server.operator, name, change);
  }

  link(name: string, person: string | null) {
    return this.change(name, { kind: 'link', person });
  }

  /** An account that a person of the provider may sign in to. */
  async linked(name: string, person = name): Promise<void> {
    await this.server.operator.put(`/api/v1/accounts/${name}`).send({ title: name, assignments: clerk });
    expect((await this.link(name, person)).status).toBe(200);
  }

  /** Goes to the provider and back; answers the address at which the provider's answer arrives. */
  async answerFor(agent: Agent, login: string, page = '/records'): Promise<URL> {
    const door = (await agent.get(BEGIN).query({ page })).headers.location as string;
    return new ProviderVisit(this.provider.issuer).signIn(door, login);
  }

  /** Where a whole sign-in ends, and as whom. */
  async signIn(agent: Agent, login: string, page?: string) {
    const answer = await agent.get(path(await this.answerFor(agent, login, page)));
    return { status: answer.status, location: answer.headers.location, who: await nameOf(agent) };
  }
}
