import { describe, expect, it } from '@jest/globals';
import { ownPage, withProblem } from './own-page.js';

describe('A page to go on to', () => {
  it.each(['/', '/records', '/records?edition=a%2Fb', '/window/yongzhou/intake/2014', '/apiary'])(
    '%s is one of this site',
    (page) => {
      expect(ownPage(page)).toBe(page);
    },
  );

  it.each([
    undefined,
    '',
    'records',
    'https://evil.example/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n\\evil.example/x',
    ' //evil.example',
    '/x/..//evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    '/x/..\\\\evil.example',
    'javascript:alert(1)',
    '/api/v1/session/oidc/end',
    '/x/%2e%2e/api/v1/session/oidc',
    '/api',
    `/${'x'.repeat(2000)}`,
    `/${'一'.repeat(300)}`,
  ])('%j is the first page instead', (page) => {
    expect(ownPage(page)).toBe('/');
  });

  it('carries a problem beside what it asked for, once', () => {
    const told = withProblem(withProblem('/records?edition=a', 'provider-failed'), 'sign-in-expired');
    expect(told).toBe('/records?edition=a&problem=sign-in-expired');
    expect(withProblem('/', 'provider-failed')).toBe('/?problem=provider-failed');
  });
});
