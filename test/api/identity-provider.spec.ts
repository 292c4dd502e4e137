import { describe, expect, it } from '@jest/globals';
import { freePort } from '../support/free-port.js';
import { ProviderVisit, signsInThrough, startProvider } from '../support/identity-provider.js';
import { changeAccount, emptyStore, freshServer, startServer } from './server.js';
import { BEGIN, clerk, nameOf, path, SITE } from './single-sign-on.js';

describe('A provider that is away', () => {
  it('does not keep the server from starting, is told, and is found again', async () => {
    const port = await freePort();
    const late = await freshServer(signsInThrough(`http://127.0.0.1:${port}`, SITE));
    const begin = () => late.anyone().get(BEGIN).query({ page: '/records' });
    expect((await begin()).headers.location).toBe('/records?problem=provider-unavailable');
    expect((await late.anyone().get(`${BEGIN}/end`)).headers.location).toBe('/');
    const started = await startProvider({ site: SITE, port });
    expect((await begin()).headers.location).toMatch(`${started.issuer}/auth?`);

    const agent = late.anyone();
    const door = (await agent.get(BEGIN)).headers.location as string;
    const answer = await new ProviderVisit(started.issuer).signIn(door, 'anybody');
    await started.stop();
    expect((await agent.get(path(answer))).headers.location).toBe('/?problem=provider-unavailable');
    expect(await nameOf(agent)).toBeNull();
    expect((await begin()).headers.location).toBe('/records?problem=provider-unavailable');
    await late.stop();
  });

  it('is told where no provider is set', async () => {
    const alone = await freshServer();
    expect((await alone.anyone().get('/api/v1/session')).body).toMatchObject({ provider: null, leave: null });
    expect((await alone.anyone().get(BEGIN)).headers.location).toBe('/?problem=provider-unavailable');
    await alone.stop();
  });

  it('is told for what it says wrongly of itself', async () => {
    const port = await freePort();
    const named = await startProvider({ site: SITE, port });
    const other = await freshServer(signsInThrough(`http://localhost:${port}`, SITE));
    expect((await other.anyone().get(BEGIN)).headers.location).toBe('/?problem=provider-unavailable');
    await other.stop();
    await named.stop();
  });
});

describe('Two servers on one database', () => {
  it('take a sign-in over from each other', async () => {
    const [provider, store] = [await startProvider({ site: SITE }), await emptyStore()];
    const environment = () => store.environment(signsInThrough(provider.issuer, SITE));
    const one = await startServer(environment());
    const agent = one.anyone();
    await one.operator.put('/api/v1/accounts/mover').send({ title: '移', assignments: clerk });
    await changeAccount(one.operator, 'mover', { kind: 'link', person: 'mover' });
    provider.names.set('mover', 'mover');
    const begun = await agent.get(BEGIN);
    const answer = await new ProviderVisit(provider.issuer).signIn(begun.headers.location as string, 'mover');
    await one.stop();
    const two = await startServer(environment());
    const cookie = String(begun.headers['set-cookie']).split(';')[0] ?? '';
    const finished = await two.anyone().get(path(answer)).set('cookie', cookie);
    expect(finished.headers.location).toBe('/');
    expect(String(finished.headers['set-cookie'])).toMatch(
      /^yimen_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/u,
    );
    await two.stop();
    await provider.stop();
    await store.remove();
  });
});
