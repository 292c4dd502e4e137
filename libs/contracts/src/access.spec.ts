import { describe, expect, it } from '@jest/globals';
import { allows, excludes, type Role, roles } from './access.js';

const withOperator = (role: Role) => allows(['operator', role], 'read-records');

describe('The operator of the system', () => {
  it('holds no role that sees case data', () => {
    const excluded = roles.filter((role) => excludes('operator', role));
    expect(excluded).toEqual(['clerk', 'assessor', 'county-lead', 'city-lead', 'auditor']);
    expect(roles.filter((role) => excludes(role, 'operator'))).toEqual(excluded);
  });

  it('sees none even where such a role is held all the same', () => {
    expect(roles.filter((role) => allows([role], 'read-records')).length).toBeGreaterThan(3);
    expect(roles.filter(withOperator)).toEqual([]);
    expect(allows(['operator', 'clerk'], 'manage-accounts')).toBe(true);
    expect(allows(['operator', 'clerk'], 'show-personal-data')).toBe(false);
  });

  it('is the only role that excludes another', () => {
    const others = roles.filter((role) => role !== 'operator');
    expect(others.filter((one) => others.some((other) => excludes(one, other)))).toEqual([]);
  });
});
