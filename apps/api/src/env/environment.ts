/** Owns the environment: every variable that the server reads, read once, checked whole, frozen. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalizedText } from '@yimen/config';
import * as z from 'zod';
import { type FileLocation, fileLocationOf, fileVariables, missingForBucket } from './file-location.js';
import { says } from './says.js';
import {
  missingForSingleSignOn,
  type SingleSignOnSettings,
  singleSignOnOf,
  singleSignOnVariables,
} from './single-sign-on.js';
import { trustedProxiesOf, trustedProxyVariables } from './trusted-proxies.js';

const repositoryRoot = fileURLToPath(new URL('../../../..', import.meta.url));

const variables = z.object({
  DATABASE_URL: z
    .string()
    .refine(
      isMysqlUrl,
      says('应写成 mysql://用户:密码@主机:3306/数据库', 'Write mysql://user:password@host:3306/database'),
    )
    .optional(),
  DATA_DIR: z.string().min(1, says('不能为空', 'It must not be empty')).default('data'),
  CONFIG_DIR: z.string().min(1, says('不能为空', 'It must not be empty')).default(repositoryRoot),
  WEB_DIR: z.string().min(1, says('不能为空', 'It must not be empty')).default(join(repositoryRoot, 'apps/web/dist')),
  HOST: z.string().min(1, says('不能为空', 'It must not be empty')).default('127.0.0.1'),
  PORT: z.coerce
    .number(says('应是 0 到 65535 的整数', 'A whole number from 0 to 65535 is expected'))
    .int(says('应是整数', 'A whole number is expected'))
    .min(0, says('不能小于 0', 'It must be at least 0'))
    .max(65535, says('不能大于 65535', 'It must be at most 65535'))
    .default(8080),
  PASSWORD_RULES: z
    .enum(['standard', 'mlps3'], says('只能是 standard 或 mlps3', 'Only standard or mlps3'))
    .default('standard'),
  DATA_KEYS: z
    .string()
    .refine(
      (text) => secretsIn(text) !== undefined,
      says(
        '应是一个或几个 32 字节密钥的 base64，用逗号分开，最新的在前',
        'Write one or more keys of 32 bytes as base64, separated by commas, the newest first',
      ),
    )
    .optional(),
  DRAIN_SECONDS: z.coerce
    .number(says('应是 0 到 300 的整数', 'A whole number from 0 to 300 is expected'))
    .int(says('应是整数', 'A whole number is expected'))
    .min(0, says('不能小于 0', 'It must be at least 0'))
    .max(300, says('不能大于 300', 'It must be at most 300'))
    .default(1),
  YIMEN_SAMPLE_DATA: z.enum(['0', '1'], says('只能是 0 或 1', 'Only 0 or 1')).default('0'),
  ...trustedProxyVariables,
  ...singleSignOnVariables,
  ...fileVariables,
});

/** Where data is kept: the embedded database, or MySQL/MariaDB. */
export type DatabaseLocation =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'mysql'; readonly url: string };

export interface Environment {
  readonly database: DatabaseLocation;
  /** The folder of everything that is stored outside a database server. */
  readonly data: string;
  /** What personal data is sealed with, the newest first; undefined: a key that is kept in the folder for data. */
  readonly dataKeys: readonly Uint8Array[] | undefined;
  /** The folder that holds `rules/` and `forms/`. */
  readonly configuration: string;
  /** The folder of the built web app; it may be absent. */
  readonly web: string;
  readonly host: string;
  readonly port: number;
  /** The proxies that are believed when they say that a request came over TLS. */
  readonly trustedProxies: readonly string[];
  /** What is asked of passwords and sessions: sane rules, or those of MLPS level 3 (等保三级). */
  readonly passwordRules: 'standard' | 'mlps3';
  /** How long a server that was asked to end still serves while it says that it is not ready. */
  readonly drainSeconds: number;
  readonly sampleData: boolean;
  /** Null where people sign in by password alone. */
  readonly singleSignOn: SingleSignOnSettings | null;
  readonly files: FileLocation;
}

/** The injection token of the environment. */
export const ENVIRONMENT = Symbol('environment');

/** Every variable that cannot be used, each in both languages. */
export class EnvironmentError extends Error {
  constructor(readonly faults: ReadonlyMap<string, LocalizedText>) {
    super([...faults].map(([name, { zh, en }]) => `${name}: ${zh} / ${en}`).join('\n'));
    this.name = 'EnvironmentError';
  }
}

/** Reads the environment, or throws an `EnvironmentError` with every fault. Blank variables count as unset. */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const read = variables.safeParse(set);
  const faults = new Map([
    ...missingForSingleSignOn(set),
    ...missingForBucket(set),
    ...(read.error ? faultsOf(read.error) : []),
  ]);
  if (!read.success || faults.size > 0) throw new EnvironmentError(faults);
  const {
    DATABASE_URL,
    DATA_DIR,
    DATA_KEYS,
    CONFIG_DIR,
    WEB_DIR,
    HOST,
    PORT,
    PASSWORD_RULES,
    TRUST_PROXY,
    DRAIN_SECONDS,
    YIMEN_SAMPLE_DATA,
  } = read.data;
  const database: DatabaseLocation = DATABASE_URL
    ? { kind: 'mysql', url: DATABASE_URL }
    : { kind: 'sqlite', file: join(resolve(DATA_DIR), 'yimen.sqlite') };
  return Object.freeze({
    database: Object.freeze(database),
    data: resolve(DATA_DIR),
    dataKeys: DATA_KEYS === undefined ? undefined : secretsIn(DATA_KEYS),
    configuration: resolve(CONFIG_DIR),
    web: resolve(WEB_DIR),
    host: HOST,
    port: PORT,
    trustedProxies: trustedProxiesOf(TRUST_PROXY),
    passwordRules: PASSWORD_RULES,
    drainSeconds: DRAIN_SECONDS,
    sampleData: YIMEN_SAMPLE_DATA === '1',
    singleSignOn: singleSignOnOf(read.data),
    files: Object.freeze(fileLocationOf(read.data, resolve(DATA_DIR))),
  });
}

function faultsOf(error: z.ZodError): Map<string, LocalizedText> {
  return new Map(error.issues.map((issue) => [String(issue.path[0]), JSON.parse(issue.message) as LocalizedText]));
}

function isMysqlUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'mysql:' && url.hostname !== '' && url.pathname.length > 1;
}

/** Bytes of a key. */
const KEY_LENGTH = 32;

/** The keys in a text, or undefined where one of them is none. */
export function secretsIn(text: string): Uint8Array[] | undefined {
  const parts = text.split(',').map((part) => part.trim());
  const secrets = parts.map((part) => (/^[A-Za-z0-9+/_-]+=*$/u.test(part) ? Buffer.from(part, 'base64') : Buffer.of()));
  return secrets.every(({ length }) => length === KEY_LENGTH) ? secrets : undefined;
}
