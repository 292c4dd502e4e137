/** Owns the settings of signing in through an OpenID Connect provider: all that are needed, or none. */
import type { LocalizedText } from '@yimen/config';
import * as z from 'zod';
import { says } from './says.js';

export interface SingleSignOnSettings {
  /** The provider, by the address that its tokens name. */
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  /** Where people reach this server, without a path. */
  readonly site: string;
  /** What pages call the provider. */
  readonly name: LocalizedText;
  /** The claim by which accounts are linked before their first sign-in. */
  readonly claim: string;
}

const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'] as const;
const choices = ['OIDC_NAME', 'OIDC_CLAIM'] as const;

export const singleSignOnVariables = {
  OIDC_ISSUER: z
    .string()
    .max(300, says('最多 300 个字符', 'At most 300 characters'))
    .refine(
      isIssuer,
      says(
        '应是 https:// 地址，不带参数；http:// 只能用于本机',
        'An https:// address without a query is expected; http:// for this machine alone',
      ),
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  PUBLIC_URL: z
    .string()
    .refine(isSite, says('应写成 https://主机，不带路径', 'Write https://host, without a path'))
    .optional(),
  OIDC_NAME: z
    .string()
    .max(100, says('最多 100 个字', 'At most 100 characters'))
    .default('统一身份认证 / Single sign-on'),
  OIDC_CLAIM: z.string().default('preferred_username'),
};

type Variables = z.output<z.ZodObject<typeof singleSignOnVariables>>;

/** What is missing beside the variables that are set. */
export function missingForSingleSignOn(set: Readonly<Record<string, unknown>>): Map<string, LocalizedText> {
  const begun = [...needed, ...choices].some((name) => name in set);
  const missing = begun ? needed.filter((name) => !(name in set)) : [];
  const text: LocalizedText = {
    zh: `使用统一身份认证时必须设置，${needed.join('、')} 缺一不可`,
    en: `It is needed for single sign-on: set all of ${needed.join(', ')} or none`,
  };
  return new Map(missing.map((name) => [name, text]));
}

/** The settings that checked variables make. */
export function singleSignOnOf(variables: Variables): SingleSignOnSettings | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL, OIDC_NAME, OIDC_CLAIM } = variables;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !PUBLIC_URL) return null;
  return Object.freeze({
    issuer: OIDC_ISSUER,
    client: OIDC_CLIENT_ID,
    secret: OIDC_CLIENT_SECRET,
    site: new URL(PUBLIC_URL).origin,
    name: inBoth(OIDC_NAME),
    claim: OIDC_CLAIM,
  });
}

/** `中文 / English`, or one name for both. */
function inBoth(name: string): LocalizedText {
  const [zh = name, en = zh] = name.split(' / ');
  return Object.freeze({ zh, en });
}

function isIssuer(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.search || url.hash || url.username || url.password) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(host);

function isSite(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return (url?.protocol === 'https:' || url?.protocol === 'http:') && url.href === `${url.origin}/`;
}
