/** Owns reading JSON text: strictly and with places for documents, fast for answers. */
import { parse, type ValueNode } from '@humanwhocodes/momoa';
import type { Issue, Parsed } from '../issue.js';
import { errorAt, type Report, reportOn } from '../report.js';
import { checkLimits, depthExceededAt, fitsDocument, tooDeep, tooLarge } from './limits.js';
import { locate, nameOf, type Place, type Places, placesOf } from './places.js';
import { pointerTo } from './pointer.js';

/** What reading a text gave: a value unless there are issues, and places wherever the text is JSON at all. */
export interface ReadText {
  readonly value?: unknown;
  readonly places?: Places;
  readonly issues: readonly Issue[];
}

/**
 * Reads one strict JSON document: no duplicate or hostile keys, within the limits. Never throws.
 *
 * @example readJson('{"a": 1, "a": 2}', 'lists.json').issues[0].code // 'duplicate-key'
 */
export function readJson(text: string, document: string): Parsed<unknown> {
  const { value, issues } = readText(text, document);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value, issues };
}

/**
 * Reads one line of answers: as `readJson` but, for speed, the last of duplicate keys wins, and
 * hostile keys and depth are left to `readFacts`.
 */
export function readAnswers(text: string, document = 'input'): Parsed<unknown> {
  if (!fitsDocument(text)) return { ok: false, issues: [{ ...tooLarge(document), line: 1, column: 1 }] };
  const json = withoutMark(text);
  try {
    return { ok: true, value: JSON.parse(json), issues: [] };
  } catch {
    return { ok: false, issues: [syntaxIssue(json, document)] };
  }
}

/** Reads one document and keeps its places. */
export function readText(text: string, document: string): ReadText {
  if (!fitsDocument(text)) return { issues: [{ ...tooLarge(document), line: 1, column: 1 }] };
  const json = withoutMark(text);
  const deepAt = depthExceededAt(json);
  if (deepAt >= 0) return { issues: [{ ...tooDeep(document, ''), ...placeOfOffset(json, deepAt) }] };
  try {
    const value: unknown = JSON.parse(json);
    const { body } = parse(json);
    const places = placesOf(body);
    const issues = [...duplicateKeys(body, document), ...checkLimits(value, document)];
    return { value, places, issues: locate(issues, new Map([[document, places]])) };
  } catch {
    return { issues: [syntaxIssue(json, document)] };
  }
}

/** The byte order mark that some editors put first says nothing. */
const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

function placeOfOffset(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function syntaxIssue(text: string, document: string): Issue {
  const [zh, en] = ['不是合法的 JSON，请检查此处的标点和引号', 'Not valid JSON: check the punctuation and quotes here'];
  const issue = errorAt('invalid-json', document, '', zh, en);
  try {
    parse(text);
    return { ...issue, line: 1, column: 1 };
  } catch (error) {
    const { line, column } = error as Partial<Place>;
    return { ...issue, line: line ?? 1, column: column ?? 1 };
  }
}

function duplicateKeys(body: ValueNode, document: string): Issue[] {
  const issues: Issue[] = [];
  visitKeys(body, '', reportOn(document, issues));
  return issues;
}

function visitKeys(node: ValueNode, pointer: string, report: Report): void {
  if (node.type === 'Array') {
    for (const [index, { value }] of node.elements.entries()) visitKeys(value, pointerTo(pointer, index), report);
  }
  if (node.type !== 'Object') return;
  const seen = new Set<string>();
  for (const member of node.members) {
    const name = nameOf(member);
    const inside = pointerTo(pointer, name);
    if (seen.has(name))
      report('duplicate-key', inside, `键“${name}”重复，请只留一个`, `The key "${name}" appears twice: keep one`);
    seen.add(name);
    visitKeys(member.value, inside, report);
  }
}
