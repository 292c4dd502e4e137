/** Owns reading JSON text: strictly and with places for documents, fast for answers. */
import { parse, type ValueNode } from '@humanwhocodes/momoa';
import type { Issue, Parsed } from '../issue.js';
import { errorAt, type Report, reportOn } from '../report.js';
import { checkLimits, depthExceededAt, fitsDocument, limits, tooLarge } from './limits.js';
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
 * Reads one line of answers: as `readJson` but, for speed, the last of duplicate keys wins and
 * hostile keys are left to `readFacts`.
 */
export function readAnswers(text: string, document = 'input'): Parsed<unknown> {
  const refused = refuseText(text, document);
  if (refused) return { ok: false, issues: [refused] };
  try {
    return { ok: true, value: JSON.parse(text), issues: [] };
  } catch {
    return { ok: false, issues: [syntaxIssue(text, document)] };
  }
}

/** Reads one document and keeps its places. */
export function readText(text: string, document: string): ReadText {
  const refused = refuseText(text, document);
  if (refused) return { issues: [refused] };
  try {
    const value: unknown = JSON.parse(text);
    const { body } = parse(text);
    const places = placesOf(body);
    const issues = [...duplicateKeys(body, document), ...checkLimits(value, document)];
    return { value, places, issues: locate(issues, new Map([[document, places]])) };
  } catch {
    return { issues: [syntaxIssue(text, document)] };
  }
}

/** Sizes and depths that no parser should see. */
function refuseText(text: string, document: string): Issue | undefined {
  const issues: Issue[] = [];
  if (!fitsDocument(text)) tooLarge(reportOn(document, issues));
  else {
    const offset = depthExceededAt(text);
    if (offset >= 0) issues.push({ ...tooDeep(document), ...placeOfOffset(text, offset) });
  }
  return issues[0];
}

const tooDeep = (document: string): Issue =>
  errorAt(
    'too-deep',
    document,
    '',
    `嵌套超过 ${limits.depth} 层，请简化`,
    `Nested deeper than ${limits.depth} levels: simplify it`,
  );

function placeOfOffset(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function syntaxIssue(text: string, document: string): Issue {
  const issue = errorAt(
    'invalid-json',
    document,
    '',
    '不是合法的 JSON，请检查此处的标点',
    'Not valid JSON: check the punctuation here',
  );
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
    for (const [index, element] of node.elements.entries()) visitKeys(element.value, pointerTo(pointer, index), report);
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
