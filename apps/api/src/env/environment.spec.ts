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

  it.each(['mysql://', 'mysql://host', 'mysql://host/', 'http://host/db', 'x'])(
    'does not take %s for a database',
    (url) => {
      expect(faultsOf({ DATABASE_URL: url })).toEqual(['DATABASE_URL']);
    },
  );
});
