import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { SingleSignOn } from '../../apps/api/src/single-sign-on/single-sign-on.service.js';
import { ProviderVisit } from '../support/identity-provider.js';
import { BEGIN, clerk, nameOf, path, SITE, Site, stopped } from './single-sign-on.js';

let site: Site;
beforeAll(async () => {
  site = await Site.start();
});
afterAll(() => site.stop());

describe('Signing in through the provider', () => {
  it('is offered by name and address', async () => {
    const { body } = await site.server.anyone().get('/api/v1/session');
    const name = { zh: '统一身份认证', en: 'Single sign-on' };
    expect(body.provider).toEqual({ name, address: `${SITE}${BEGIN}` });
  });

  it('opens the session that a password opens, on the page asked for', async () => {
    await site.linked('first');
    site.provider.names.set('sub-first', 'first');
    const agent = site.server.anyone();
    expect(await site.signIn(agent, 'sub-first')).toEqual({ status: 302, location: '/records', who: 'first' });
    expect((await agent.get('/api/v1/submissions')).status).toBe(200);
    const { body } = await agent.get('/api/v1/session');
    expect(body).toMatchObject({ account: { person: 'first' }, leave: `${SITE}${BEGIN}/end` });
    agent.set('x-csrf-token', body.csrf);
    expect((await agent.delete('/api/v1/session')).body).toMatchObject({ account: null, leave: null });
    expect(await nameOf(agent)).toBeNull();
  });

  it('asks with a code, a challenge, a state and a nonce, in a cookie that scripts do not see', async () => {
    const { headers } = await site.server.anyone().get(BEGIN);
    const asked = Object.fromEntries(new URL(headers.location as string).searchParams);
    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', scope: 'openid profile' });
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked[name]).toMatch(/^[\w-]{43}$/u);
    expect(String(headers['set-cookie'])).toMatch(
      /Max-Age=600; Path=\/api\/v1\/session\/oidc; HttpOnly; SameSite=Lax/u,
    );
    const rows = await site.server.app.get(DataSource).query('SELECT id, browser FROM pending_sign_in');
    expect(JSON.stringify(rows)).not.toContain(asked.state);
  });

  it('goes on to pages of this site alone', async () => {
    await site.linked('traveller');
    site.provider.names.set('traveller', 'traveller');
    for (const page of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/x/..//evil.example',
      `${BEGIN}/end`,
    ])
      expect(await site.signIn(site.server.anyone(), 'traveller', page)).toMatchObject({
        location: '/',
        who: 'traveller',
      });
  });

  it('works in two pages of a browser at once', async () => {
    await site.linked('busy');
    site.provider.names.set('busy', 'busy');
    const agent = site.server.anyone();
    const [one, two] = [await site.answerFor(agent, 'busy', '/one'), await site.answerFor(agent, 'busy', '/two')];
    expect((await agent.get(path(one))).headers.location).toBe('/one');
    expect((await agent.get(path(two))).headers.location).toBe('/two');
  });
});

describe('An answer of the provider', () => {
  beforeAll(async () => {
    await site.linked('careful');
    site.provider.names.set('careful', 'careful');
  });

  const tampered = async (tamper: (answer: URL) => void) => {
    const agent = site.server.anyone();
    const answer = await site.answerFor(agent, 'careful');
    tamper(answer);
    const { status, headers } = await agent.get(path(answer));
    return { status, location: headers.location, who: await nameOf(agent) };
  };

  it('opens nothing with a state that is another or missing', async () => {
    const expired = stopped('sign-in-expired', '/');
    expect(await tampered(({ searchParams }) => searchParams.set('state', 'x'.repeat(43)))).toEqual(expired);
    expect(await tampered(({ searchParams }) => searchParams.delete('state'))).toEqual(expired);
  });

  it('opens nothing with a code or an issuer that is another', async () => {
    const failed = stopped('provider-failed');
    expect(await tampered(({ searchParams }) => searchParams.set('code', 'x'.repeat(43)))).toEqual(failed);
    expect(await tampered(({ searchParams }) => searchParams.set('iss', 'http://evil.example'))).toEqual(failed);
  });

  it('opens nothing for a token with another nonce, or another challenge', async () => {
    for (const name of ['nonce', 'code_challenge']) {
      const agent = site.server.anyone();
      const door = new URL((await agent.get(BEGIN)).headers.location as string);
      door.searchParams.set(name, 'x'.repeat(43));
      const answer = await new ProviderVisit(site.provider.issuer).signIn(door.href, 'careful');
      expect((await agent.get(path(answer))).headers.location).toBe('/?problem=provider-failed');
      expect(await nameOf(agent)).toBeNull();
    }
  });

  it('counts once, also when it comes twice at the same time', async () => {
    const agent = site.server.anyone();
    const answer = path(await site.answerFor(agent, 'careful'));
    const both = await Promise.all([agent.get(answer), agent.get(answer)]);
    expect(both.map(({ headers }) => headers.location).sort()).toEqual(['/?problem=sign-in-expired', '/records']);
    expect((await agent.get(answer)).headers.location).toBe('/?problem=sign-in-expired');
  });

  it('counts in the browser that asked alone', async () => {
    const [agent, victim] = [site.server.anyone(), site.server.anyone()];
    const answer = path(await site.answerFor(agent, 'careful'));
    await victim.get(BEGIN);
    for (const other of [victim, site.server.anyone()]) {
      expect((await other.get(answer)).headers.location).toBe('/?problem=sign-in-expired');
      expect(await nameOf(other)).toBeNull();
    }
    expect((await agent.get(answer)).headers.location).toBe('/records');
  });

  it('counts for ten minutes', async () => {
    const service = site.server.app.get(SingleSignOn);
    const later = (seconds: number) => new Date(Date.now() + seconds * 1000);
    const finish = async (seconds: number) => {
      const { url } = await service.begin('a browser', '/records');
      const { searchParams } = await new ProviderVisit(site.provider.issuer).signIn(url, 'careful');
      const state = searchParams.get('state') ?? '';
      return service.finish('a browser', { state }, searchParams.toString(), later(seconds));
    };
    expect((await finish(590)).token).toHaveLength(43);
    expect(await finish(610)).toEqual({ url: '/?problem=sign-in-expired' });
    await service.begin('another', undefined, later(1300));
    const [{ count }] = await site.server.app.get(DataSource).query('SELECT COUNT(*) AS count FROM pending_sign_in');
    expect(Number(count)).toBe(1);
  });

  it('that somebody turned away opens nothing', async () => {
    const agent = site.server.anyone();
    const door = (await agent.get(BEGIN).query({ page: '/records' })).headers.location as string;
    const answer = await new ProviderVisit(site.provider.issuer).decline(door);
    expect((await agent.get(path(answer))).headers.location).toBe('/records?problem=provider-declined');
    expect(await nameOf(agent)).toBeNull();
  });
});

describe('Signing out', () => {
  it('goes on to the exit of the provider, which comes back to this site', async () => {
    const { headers } = await site.server.anyone().get(`${BEGIN}/end`);
    const exit = new URL(headers.location as string);
    expect(exit.origin + exit.pathname).toBe(`${site.provider.issuer}/session/end`);
    expect(Object.fromEntries(exit.searchParams)).toEqual({
      client_id: 'yimen',
      post_logout_redirect_uri: `${SITE}/`,
    });
  });

  it('of a session opened by a password stays here', async () => {
    const agent = await site.server.as('local', clerk);
    expect((await agent.get('/api/v1/session')).body.leave).toBeNull();
  });
});
