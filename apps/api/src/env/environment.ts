/** Owns the environment: every variable that the server reads, read once, checked whole, frozen. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalizedText } from '@yimen/config';
import * as z from 'zod';

const repositoryRoot = fileURLToPath(new URL('../../../..', import.meta.url));

const says = (zh: string, en: string) => ({ error: JSON.stringify({ zh, en } satisfies LocalizedText) });

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
  FILES_S3_ENDPOINT: z
    .url({ protocol: /^https?$/u, ...says('应是 http 或 https 地址', 'An http or https address is expected') })
    .optional(),
  FILES_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u, says('不是合法的桶名', 'This is no name of a bucket'))
    .optional(),
  FILES_S3_REGION: z.string().optional(),
  FILES_S3_ACCESS_KEY: z.string().optional(),
  FILES_S3_SECRET_KEY: z.string().optional(),
  YIMEN_SAMPLE_DATA: z.enum(['0', '1'], says('只能是 0 或 1', 'Only 0 or 1')).default('0'),
});

/** Where data is kept: the embedded database, or MySQL/MariaDB. */
export type DatabaseLocation =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'mysql'; readonly url: string };

/** Where uploaded files are kept: a folder, or a bucket of an S3-compatible service. */
export type FileLocation =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly endpoint: string;
      readonly bucket: string;
      readonly region: string;
      readonly accessKey: string;
      readonly secretKey: string;
    };

export interface Environment {
  readonly database: DatabaseLocation;
  /** The folder that holds `rules/` and `forms/`. */
  readonly configuration: string;
  /** The folder of the built web app; it may be absent. */
  readonly web: string;
  readonly host: string;
  readonly port: number;
  /** What makes a password good enough: sane rules, or those of MLPS level 3 (等保三级). */
  readonly passwordRules: 'standard' | 'mlps3';
  readonly sampleData: boolean;
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
  const missing = missingSettings(set);
  if (!read.success || missing.length > 0)
    throw new EnvironmentError(new Map([...(read.success ? [] : faultsOf(read.error)), ...missing]));
  const { DATABASE_URL, DATA_DIR, CONFIG_DIR, WEB_DIR, HOST, PORT, PASSWORD_RULES, YIMEN_SAMPLE_DATA } = read.data;
  const database: DatabaseLocation = DATABASE_URL
    ? { kind: 'mysql', url: DATABASE_URL }
    : { kind: 'sqlite', file: join(resolve(DATA_DIR), 'yimen.sqlite') };
  return Object.freeze({
    database: Object.freeze(database),
    configuration: resolve(CONFIG_DIR),
    web: resolve(WEB_DIR),
    host: HOST,
    port: PORT,
    passwordRules: PASSWORD_RULES,
    sampleData: YIMEN_SAMPLE_DATA === '1',
    files: Object.freeze(fileLocation(read.data)),
  });
}

/** The settings of an S3-compatible service: all of them, or none. */
const bucketSettings = [
  'FILES_S3_ENDPOINT',
  'FILES_S3_BUCKET',
  'FILES_S3_REGION',
  'FILES_S3_ACCESS_KEY',
  'FILES_S3_SECRET_KEY',
] as const;

function fileLocation(settings: z.output<typeof variables>): FileLocation {
  const [endpoint, bucket, region, accessKey, secretKey] = bucketSettings.map((name) => settings[name]);
  return endpoint && bucket && region && accessKey && secretKey
    ? { kind: 's3', endpoint, bucket, region, accessKey, secretKey }
    : { kind: 'folder', folder: join(resolve(settings.DATA_DIR), 'files') };
}

/** Those of the settings that are missing while others are there. */
function missingSettings(set: Readonly<Record<string, unknown>>): [string, LocalizedText][] {
  const missing = bucketSettings.filter((name) => set[name] === undefined);
  if (missing.length === bucketSettings.length) return [];
  const text = {
    zh: `${bucketSettings.join('、')} 要么都设置，要么都不设置`,
    en: `Set all of ${bucketSettings.join(', ')}, or none`,
  };
  return missing.map((name) => [name, text]);
}

function faultsOf(error: z.ZodError): Map<string, LocalizedText> {
  return new Map(error.issues.map((issue) => [String(issue.path[0]), JSON.parse(issue.message) as LocalizedText]));
}

function isMysqlUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'mysql:' && url.hostname !== '' && url.pathname.length > 1;
}
