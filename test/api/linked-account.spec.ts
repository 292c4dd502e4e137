import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LinkedSignIn } from '../../apps/api/src/identity/linked-sign-in.service.js';
import { clerk, nameOf, Site, stopped } from './single-sign-on.js';

const PASSWORD = 'a good password';

let site: Site;
beforeAll(async () => {
  site = await Site.start();
});
afterAll(() => site.stop());

describe('An account', () => {
  it('is never made by signing in, nor found by its own name', async () => {
    site.provider.names.set('stranger', 'stranger');
    expect(await site.signIn(site.server.anyone(), 'stranger')).toEqual(stopped('unlinked-person'));
    await site.server.as('plain', clerk);
    site.provider.names.set('impostor', 'plain');
    expect(await site.signIn(site.server.anyone(), 'impostor')).toEqual(stopped('unlinked-person'));
    const { body } = await site.server.operator.get('/api/v1/accounts?limit=200');
    expect(body.items.map(({ name }: { name: string }) => name)).not.toContain('stranger');
  });

  it('stays with whom it was first opened by: a name that is given away opens nothing', async () => {
    await site.linked('keeper', '张三');
    site.provider.names.set('keeper', '张三');
    expect((await site.signIn(site.server.anyone(), 'keeper')).who).toBe('keeper');
    site.provider.names.set('keeper', '张三丰');
    site.provider.names.set('heir', '张三');
    expect((await site.signIn(site.server.anyone(), 'keeper')).who).toBe('keeper');
    expect(await site.signIn(site.server.anyone(), 'heir')).toEqual(stopped('unlinked-person'));
    await site.link('keeper', '张三');
    expect((await site.signIn(site.server.anyone(), 'heir')).who).toBe('keeper');
    expect(await site.signIn(site.server.anyone(), 'keeper')).toEqual(stopped('unlinked-person'));
  });

  it('is first opened by one of two who come at once under its name', async () => {
    await site.linked('contested');
    const open = (subject: string) =>
      site.server.app.get(LinkedSignIn).open({ issuer: site.provider.issuer, subject, name: 'contested' });
    const results = await Promise.allSettled([open('one'), open('two'), open('three')]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('takes names and ids to the letter, and those of its provider alone', async () => {
    await site.linked('exact');
    const person = { issuer: site.provider.issuer, subject: 'exact', name: 'exact' };
    const open = (other: object) => site.server.app.get(LinkedSignIn).open({ ...person, ...other });
    for (const name of ['Exact', 'exact ', undefined])
      await expect(open({ name })).rejects.toMatchObject({ problem: 'unlinked-person' });
    await open({});
    for (const other of [{ subject: 'exact ' }, { subject: 'EXACT' }, { issuer: 'https://other.example' }])
      await expect(open(other)).rejects.toMatchObject({ problem: 'unlinked-person' });
  });

  it('that is disabled opens nothing, and is not taken by who tried', async () => {
    await site.linked('gone');
    site.provider.names.set('gone', 'gone');
    await site.change('gone', { kind: 'disable' });
    expect(await site.signIn(site.server.anyone(), 'gone')).toEqual(stopped('account-disabled'));
    await site.change('gone', { kind: 'enable' });
    site.provider.names.set('second', 'gone');
    const agent = site.server.anyone();
    expect((await site.signIn(agent, 'second')).who).toBe('gone');
    await site.change('gone', { kind: 'disable' });
    expect(await nameOf(agent)).toBeNull();
  });

  it('is linked to one person, and a person to one account', async () => {
    await site.linked('one-of-two', 'shared');
    await site.server.operator.put('/api/v1/accounts/two-of-two').send({ title: '二', assignments: clerk });
    const taken = await site.link('two-of-two', 'shared');
    expect([taken.status, taken.body.type]).toEqual([409, 'urn:yimen:problem:person-linked']);
    const agent = site.server.anyone();
    site.provider.names.set('shared', 'shared');
    expect((await site.signIn(agent, 'shared')).who).toBe('one-of-two');
    expect((await site.link('one-of-two', null)).body.account.person).toBeNull();
    expect(await nameOf(agent)).toBeNull();
    expect(await site.signIn(agent, 'shared')).toEqual(stopped('unlinked-person'));
    expect((await site.link('two-of-two', 'shared')).status).toBe(200);
  });

  it('that is locked for wrong passwords stays open to its person, and locked', async () => {
    await site.server.as('locked', clerk);
    await site.link('locked', 'locked');
    site.provider.names.set('locked', 'locked');
    const tried = () => site.server.anyone().post('/api/v1/session').send({ name: 'locked', password: 'wrong' });
    for (let tries = 0; tries < 5; tries += 1) await tried();
    expect((await site.signIn(site.server.anyone(), 'locked')).who).toBe('locked');
    const right = await site.server.anyone().post('/api/v1/session').send({ name: 'locked', password: PASSWORD });
    expect(right.status).toBe(429);
  });
});
