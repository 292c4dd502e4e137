/** Owns checking what a request carries against its contract, with located issues. */
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { type Issue, pointerTo } from '@yimen/config';
import type { SaidIssue } from '@yimen/contracts';
import * as z from 'zod';
import { Refusal } from '../refusal.js';

/** Most issues of one answer. */
const MOST_ISSUES = 100;

const words = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };

/** Parses every argument that was declared with a schema. */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, { schema, type }: ArgumentMetadata): unknown {
    return schema instanceof z.ZodType ? parseInput(schema, value, type === 'body') : value;
  }
}

/** The value in the schema's shape, or a refusal: 422 for a body, 400 for an address or header. */
export function parseInput(schema: z.ZodType, value: unknown, body: boolean): unknown {
  const read = schema.safeParse(value ?? {}, { error: words.zh });
  if (read.success) return read.data;
  const english = schema.safeParse(value ?? {}, { error: words.en });
  const issues = read.error.issues
    .slice(0, MOST_ISSUES)
    .map((issue, index) => issueOf(issue, english.error?.issues[index]?.message ?? issue.message, body));
  const text = {
    zh: body ? '内容不符合接口约定，请按提示修改' : '地址或参数不符合接口约定，请按提示修改',
    en: body
      ? 'The content does not fit the contract; see the issues'
      : 'The parameters do not fit the contract; see the issues',
  };
  throw new Refusal(body ? 'unacceptable' : 'malformed', 'contract', text, issues);
}

const issueOf = (issue: z.core.$ZodIssue, english: string, body: boolean): Issue => ({
  code: issue.code.replaceAll('_', '-'),
  severity: 'error',
  document: body ? 'input' : 'parameters',
  pointer: pointerTo('', ...issue.path),
  message: { zh: issue.message, en: english },
  ...saidBy(issue),
});

/** What the schema itself says of it. */
const saidBy = (issue: z.core.$ZodIssue): SaidIssue | undefined =>
  issue.code === 'custom' ? (issue.params?.said as SaidIssue | undefined) : undefined;
