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
});
