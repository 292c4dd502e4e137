import { describe, expect, it } from '@jest/globals';
import { EnvironmentError, readEnvironment } from './environment.js';

function faultsOf(source: Record<string, string>): string[] {
  try {
    readEnvironment(source);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return [...error.faults.keys()].sort();
    throw error;
  }
}

describe('The environment', () => {
  it('needs nothing: embedded database, local address', () => {
    const environment = readEnvironment({});
    expect(environment).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      sampleData: false,
      database: { kind: 'sqlite' },
    });
    expect(Object.isFrozen(environment)).toBe(true);
  });

  it('takes a MySQL database by its URL', () => {
    const url = 'mysql://yimen:secret@db:3306/yimen';
    expect(readEnvironment({ DATABASE_URL: url }).database).toEqual({ kind: 'mysql', url });
  });

  it('counts blank variables as unset', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: '' })).toEqual(readEnvironment({}));
  });

  it('is refused with every fault at once, in both languages', () => {
    expect(faultsOf({ PORT: '70000', DATABASE_URL: 'postgres://x/y', YIMEN_SAMPLE_DATA: 'yes' })).toEqual([
      'DATABASE_URL',
      'PORT',
      'YIMEN_SAMPLE_DATA',
    ]);
    expect(() => readEnvironment({ PORT: 'x' })).toThrow(/PORT: .*整数.* \/ A whole number/u);
  });

  it('keeps files in a folder beside the database, or in a bucket whose settings are all there', () => {
    const settings = {
      FILES_S3_ENDPOINT: 'http://localhost:9000',
      FILES_S3_BUCKET: 'yimen',
      FILES_S3_REGION: 'cn-south-1',
      FILES_S3_ACCESS_KEY: 'key',
      FILES_S3_SECRET_KEY: 'secret',
    };
    expect(readEnvironment({ DATA_DIR: '/srv/yimen' }).files).toEqual({ kind: 'folder', folder: '/srv/yimen/files' });
    expect(readEnvironment(settings).files).toMatchObject({ kind: 's3', bucket: 'yimen', accessKey: 'key' });
    const { FILES_S3_REGION: _, FILES_S3_SECRET_KEY: __, ...some } = settings;
    expect(faultsOf(some)).toEqual(['FILES_S3_REGION', 'FILES_S3_SECRET_KEY']);
    expect(faultsOf({ ...settings, FILES_S3_ENDPOINT: 'localhost', FILES_S3_BUCKET: '../x' })).toEqual([
      'FILES_S3_BUCKET',
      'FILES_S3_ENDPOINT',
    ]);
  });

  it.each(['mysql://', 'mysql://host', 'mysql://host/', 'http://host/db', 'x'])(
    'does not take %s for a database',
    (url) => {
      expect(faultsOf({ DATABASE_URL: url })).toEqual(['DATABASE_URL']);
    },
  );

  it('takes keys of 32 bytes, the newest first, and no others', () => {
    const [one, two] = ['a', 'b'].map((letter) => Buffer.alloc(32, letter).toString('base64'));
    const { dataKeys = [] } = readEnvironment({ DATA_KEYS: `${one}, ${two}` });
    expect(dataKeys.map((key) => Buffer.from(key).toString())).toEqual(['a'.repeat(32), 'b'.repeat(32)]);
    expect(readEnvironment({}).dataKeys).toBeUndefined();
    for (const bad of ['short', `${one},`, `${one}，${two}`, 'x'.repeat(44), '中文'])
      expect(faultsOf({ DATA_KEYS: bad })).toEqual(['DATA_KEYS']);
  });

  it('believes proxies of this machine and of private networks, or those that are named, or none', () => {
    expect(readEnvironment({}).trustedProxies).toEqual(['loopback', 'linklocal', 'uniquelocal']);
    expect(readEnvironment({ TRUST_PROXY: 'loopback, 203.0.113.7,2001:db8::/32' }).trustedProxies).toEqual([
      'loopback',
      '203.0.113.7',
      '2001:db8::/32',
    ]);
    expect(readEnvironment({ TRUST_PROXY: 'none' }).trustedProxies).toEqual([]);
    for (const bad of [
      'true',
      '10.0.0.0/33',
      '10.0.0',
      'proxy.example',
      'loopback,',
      'none,loopback',
      '::1/129',
      '1.1.1.1/8/8',
    ])
      expect(faultsOf({ TRUST_PROXY: bad })).toEqual(['TRUST_PROXY']);
  });

  it('never repeats a key that it refuses', () => {
    const secret = 'c2VjcmV0LXRoYXQtaXMtdG9vLXNob3J0';
    expect(() => readEnvironment({ DATA_KEYS: secret })).toThrow(expect.not.stringContaining(secret));
  });
});

describe('The settings of single sign-on', () => {
  const whole = {
    OIDC_ISSUER: 'https://id.example.gov.cn/realms/city',
    OIDC_CLIENT_ID: 'yimen',
    OIDC_CLIENT_SECRET: 'secret',
    PUBLIC_URL: 'https://yimen.example.gov.cn/',
  };

  it('are none unless asked for', () => {
    expect(readEnvironment({}).singleSignOn).toBeNull();
  });

  it('are read whole, with a name in both languages', () => {
    expect(readEnvironment(whole).singleSignOn).toEqual({
      issuer: whole.OIDC_ISSUER,
      client: 'yimen',
      secret: 'secret',
      site: 'https://yimen.example.gov.cn',
      name: { zh: '统一身份认证', en: 'Single sign-on' },
      claim: 'preferred_username',
    });
    const named = readEnvironment({ ...whole, OIDC_NAME: '湘政通', OIDC_CLAIM: 'employee_number' }).singleSignOn;
    expect(named).toMatchObject({ name: { zh: '湘政通', en: '湘政通' }, claim: 'employee_number' });
  });

  it.each(Object.keys(whole))('are refused without %s', (name) => {
    expect(faultsOf({ ...whole, [name]: '' })).toEqual([name]);
  });

  it('are refused where only a part is set, with every other fault', () => {
    expect(faultsOf({ OIDC_NAME: '湘政通', PORT: 'x' })).toEqual([...Object.keys(whole), 'PORT'].sort());
    expect(() => readEnvironment({ PUBLIC_URL: whole.PUBLIC_URL })).toThrow(/OIDC_ISSUER: .*缺一不可 \/ It is needed/u);
  });

  it('take an unencrypted provider on this machine alone', () => {
    for (const issuer of ['http://127.0.0.1:3000', 'http://localhost/realm', 'http://[::1]:3000'])
      expect(faultsOf({ ...whole, OIDC_ISSUER: issuer })).toEqual([]);
    for (const issuer of ['http://id.example', 'http://127.0.0.1.example', 'https://id.example?x', 'ftp://id', 'id'])
      expect(faultsOf({ ...whole, OIDC_ISSUER: issuer })).toEqual(['OIDC_ISSUER']);
  });

  it.each(['https://host/path', 'https://host?x', 'https://me@host', 'mailto:x', 'host'])(
    'do not take %s for the address of the site',
    (url) => {
      expect(faultsOf({ ...whole, PUBLIC_URL: url })).toEqual(['PUBLIC_URL']);
    },
  );
});
