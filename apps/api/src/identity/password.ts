/** Owns hashing passwords with argon2id, and the rules for good ones. */

import { hash, verify } from '@node-rs/argon2';
import type { Issue, LocalizedText } from '@yimen/config';

/** OWASP's recommendation for argon2id, the library's default algorithm: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** A hash of nothing anybody knows: an unknown name takes as long as a wrong password. */
let decoy: Promise<string> | undefined;

export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const fits = await verify(stored ?? (await decoy), password);
  return fits && stored !== null;
}

/** The rules of an installation: sane ones, or those that MLPS level 3 (等保三级) asks for. */
export type PasswordRules = 'standard' | 'mlps3';

interface Rule {
  readonly code: string;
  readonly broken: (password: string, name: string) => boolean;
  readonly message: LocalizedText;
}

const classes = (password: string): number =>
  [/[a-z]/u, /[A-Z]/u, /\d/u, /[^a-zA-Z\d]/u].filter((each) => each.test(password)).length;

const standard: readonly Rule[] = [
  {
    code: 'too-short',
    broken: (password) => [...password].length < 10,
    message: { zh: '密码至少 10 位', en: 'A password has at least 10 characters' },
  },
  {
    code: 'holds-name',
    broken: (password, name) => password.toLowerCase().includes(name.toLowerCase()),
    message: { zh: '密码不能包含用户名', en: 'A password does not hold the name' },
  },
  {
    code: 'too-plain',
    broken: (password) => new Set(password).size < 5,
    message: { zh: '密码里不同的字符至少 5 个', en: 'A password has at least 5 different characters' },
  },
];

const mlps3: readonly Rule[] = [
  ...standard,
  {
    code: 'too-uniform',
    broken: (password) => classes(password) < 3,
    message: {
      zh: '密码应含大写字母、小写字母、数字、符号中的三种',
      en: 'A password has three of: capitals, small letters, digits, signs',
    },
  },
];

/** What is wrong with a password; empty for a good one. */
export const passwordIssues = (password: string, name: string, rules: PasswordRules): Issue[] =>
  (rules === 'mlps3' ? mlps3 : standard)
    .filter(({ broken }) => broken(password, name))
    .map(({ code, message }) => ({ code, severity: 'error', document: 'input', pointer: '/password', message }));
