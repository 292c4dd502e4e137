/** Owns the settings of where uploaded files are kept: a folder, or a bucket with all that it needs. */
import { join } from 'node:path';
import type { LocalizedText } from '@yimen/config';
import * as z from 'zod';
import { says } from './says.js';

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

export const fileVariables = {
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
};

type Variables = z.output<z.ZodObject<typeof fileVariables>>;

const needed = Object.keys(fileVariables) as readonly (keyof Variables)[];

/** What is missing beside the variables that are set. */
export function missingForBucket(set: Readonly<Record<string, unknown>>): Map<string, LocalizedText> {
  const missing = needed.filter((name) => set[name] === undefined);
  const text = { zh: `${needed.join('、')} 要么都设置，要么都不设置`, en: `Set all of ${needed.join(', ')}, or none` };
  return new Map(missing.length === needed.length ? [] : missing.map((name) => [name, text]));
}

/** Where checked variables say that files are kept; in the folder of data where they say nothing. */
export function fileLocationOf(variables: Variables, data: string): FileLocation {
  const [endpoint, bucket, region, accessKey, secretKey] = needed.map((name) => variables[name]);
  return endpoint && bucket && region && accessKey && secretKey
    ? { kind: 's3', endpoint, bucket, region, accessKey, secretKey }
    : { kind: 'folder', folder: join(data, 'files') };
}
