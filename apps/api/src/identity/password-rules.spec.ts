import { describe, expect, it } from '@jest/globals';
import { roles } from '@yimen/contracts';
import fc from 'fast-check';
import { isCommon } from './common-passwords.js';
import { passwordIssues } from './password-rules.js';
import { signInRules } from './sign-in-rules.js';

const codes = (password: string, rules: keyof typeof signInRules, name = 'zhangsan') =>
  passwordIssues(password, name, signInRules[rules], '/password').map(({ code }) => code);

describe('A password', () => {
  it.each([
    ['1234567890', ['too-common']],
    ['short1', ['too-short']],
    ['aaaaaaaaaaaa', ['too-plain', 'too-common']],
    ['my-zhangsan-2', ['holds-name']],
    ['a good password', []],
    ['一个很好而且很长的密码', []],
  ])('by sane rules: %s: %j', (password, expected) => {
    expect(codes(password, 'standard')).toEqual(expected);
  });

  it.each([
    ['a good password', ['too-uniform']],
    ['agoodpassword1', ['too-uniform']],
    ['A good password', []],
    ['a good password 1', []],
    ['AGoodPassword1', []],
    ['Short-1', ['too-short']],
    ['P@ssw0rd2024', ['too-common']],
  ])('by the rules of MLPS level 3: %s: %j', (password, expected) => {
    expect(codes(password, 'mlps3')).toEqual(expected);
  });

  it('of the samples is good for each of them by any rules', () => {
    for (const role of roles)
      for (const rules of Object.keys(signInRules) as (keyof typeof signInRules)[])
        expect([role, codes('Yimen-samples-1', rules, role)]).toEqual([role, []]);
  });
});

describe('A common password', () => {
  it.each([
    'password123',
    'Password123!',
    'P@$$w0rd2024',
    'passwordpassword',
    'admin@123456',
    'Admin!2024#',
    'woaini1314520',
    'zhongguo2008',
    'iloveyou!!!1',
    'qwertyuiop',
    'poiuytrewq12',
    '1qaz2wsx3edc',
    '1qaz@WSX3edc',
    'asdfghjkl123',
    'q1w2e3r4t5y6',
    'a1b2c3d4e5f6',
    'abcdefghij1',
    'qqqqqwwwww11',
    'a123456789',
    '0123456789',
    '13800001234',
    '20140813 20150101',
    '!@#$%^&*()_+',
    '１２３４５６７８９０',
    'Welcome2024!',
    'monkeymonkey1',
  ])('is %s', (password) => {
    expect(isCommon(password)).toBe(true);
  });

  it.each([
    'a good password',
    'correct horse battery staple',
    'monkey dragon sunshine river',
    'Yimen-samples-1',
    'tr0ub4dor&3x',
    '一个很好而且很长的密码',
    '春眠不觉晓2024',
    'hsdlkfhweoiur',
  ])('is not %s', (password) => {
    expect(isCommon(password)).toBe(false);
  });

  it('is told from others whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => typeof isCommon(text) === 'boolean'),
    );
  });
});
