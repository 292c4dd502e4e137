/** Owns the bounds on what is read and the keys that are never accepted. */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Issue } from '../issue.js';
import { errorAt, type Report, reportOn } from '../report.js';
import { pointerTo } from './pointer.js';

export const limits = {
  /** Bytes of one document, or of one line of cases or answers. */
  documentBytes: 256 * 1024,
  /** Objects and arrays inside each other. */
  depth: 20,
  /** Conditions of one document. */
  conditions: 500,
  /** Rows of one answer. */
  rows: 200,
  /** Files of one answer. */
  files: 20,
  /** Characters of one text answer. */
  text: 10 * 1024,
} as const;

/** Names that reach an object's prototype where a key is used carelessly. */
export const hostileKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a text fits a document, without encoding texts that plainly do. */
export const fitsDocument = (text: string): boolean =>
  text.length * 3 <= limits.documentBytes ||
  (text.length <= limits.documentBytes && utf8ToBytes(text).length <= limits.documentBytes);

export const tooLarge = (document: string): Issue =>
  errorAt('too-large', document, '', '内容超过 256 KB，请拆分', 'The document is over 256 KB: split it');

export function tooDeep(document: string, pointer: string): Issue {
  const en = `Nested deeper than ${limits.depth} levels: simplify it`;
  return errorAt('too-deep', document, pointer, `嵌套超过 ${limits.depth} 层，请简化`, en);
}

export const reportHostileKey = (report: Report, pointer: string, key: string): void =>
  report('hostile-key', pointer, `不允许使用键“${key}”，请改名`, `The key "${key}" is not allowed: rename it`);

/** Errors for what JSON can say but no document may: hostile keys, deep nesting, numbers out of range. */
export function checkLimits(value: unknown, document: string): Issue[] {
  const issues: Issue[] = [];
  visit(value, '', 0, { document, issues });
  return issues;
}

interface Visit {
  readonly document: string;
  readonly issues: Issue[];
}

function visit(value: unknown, pointer: string, depth: number, to: Visit): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    to.issues.push(errorAt('not-finite', to.document, pointer, '数字超出可表示的范围', 'The number is out of range'));
  } else if (typeof value === 'object' && value !== null) {
    if (depth < limits.depth) visitInside(value, pointer, depth, to);
    else to.issues.push(tooDeep(to.document, pointer));
  }
}

function visitInside(value: object, pointer: string, depth: number, to: Visit): void {
  for (const key of Object.keys(value)) {
    const inside = pointerTo(pointer, key);
    if (hostileKeys.has(key)) reportHostileKey(reportOn(to.document, to.issues), inside, key);
    else visit((value as Record<string, unknown>)[key], inside, depth + 1, to);
  }
}

/** The offset at which brackets in a JSON text nest too deeply, or -1. */
export function depthExceededAt(text: string): number {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > limits.depth) return at;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return -1;
}
