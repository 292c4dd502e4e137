/** Owns what makes a password good enough. */
import type { Issue, LocalizedText } from '@yimen/config';
import { isCommon } from './common-passwords.js';
import type { SignInRules } from './sign-in-rules.js';

interface Rule {
  readonly code: string;
  readonly broken: (password: string, name: string, rules: SignInRules) => boolean;
  readonly message: (rules: SignInRules) => LocalizedText;
}

const kindsIn = (password: string): number =>
  [/[a-z]/u, /[A-Z]/u, /\d/u, /[^a-zA-Z\d]/u].filter((each) => each.test(password)).length;

const all: readonly Rule[] = [
  {
    code: 'too-short',
    broken: (password, _, { characters }) => [...password].length < characters,
    message: ({ characters }) => ({
      zh: `密码至少 ${characters} 位`,
      en: `A password has at least ${characters} characters`,
    }),
  },
  {
    code: 'holds-name',
    broken: (password, name) => password.toLowerCase().includes(name.toLowerCase()),
    message: () => ({ zh: '密码不能包含用户名', en: 'A password does not hold the name' }),
  },
  {
    code: 'too-plain',
    broken: (password) => new Set(password).size < 5,
    message: () => ({ zh: '密码里不同的字符至少 5 个', en: 'A password has at least 5 different characters' }),
  },
  {
    code: 'too-common',
    broken: isCommon,
    message: () => ({
      zh: '这样的密码太常见，容易被猜到，请换一个',
      en: 'This is among the first that anybody would guess; choose another',
    }),
  },
  {
    code: 'too-uniform',
    broken: (password, _, { kinds }) => kindsIn(password) < kinds,
    message: ({ kinds }) => ({
      zh: `密码应含大写字母、小写字母、数字、符号中的 ${kinds} 种`,
      en: `A password has ${kinds} of: capitals, small letters, digits, signs`,
    }),
  },
];

/** What is wrong with a password, which stands at a pointer of the input; empty for a good one. */
export const passwordIssues = (password: string, name: string, rules: SignInRules, pointer: string): Issue[] =>
  all
    .filter(({ broken }) => broken(password, name, rules))
    .map(({ code, message }) => issue(code, message(rules), pointer));

/** That it was used before. */
export const usedIssue = ({ remembered }: SignInRules, pointer: string): Issue =>
  issue(
    'used-before',
    remembered > 1
      ? { zh: `不能与最近 ${remembered} 次用过的密码相同`, en: `It is one of the last ${remembered} passwords` }
      : { zh: '新密码不能与原来的密码相同', en: 'It is the same password as before' },
    pointer,
  );

const issue = (code: string, message: LocalizedText, pointer: string): Issue => ({
  code,
  severity: 'error',
  document: 'input',
  pointer,
  message,
});
