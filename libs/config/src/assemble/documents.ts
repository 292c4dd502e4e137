/** Owns an edition's documents once each of them has the shape of its kind. */

import { type DocumentKind, type DocumentOf, documentSchemas, kindOfContent, kindOfPath } from '../document/kind.js';
import { problemsOf } from '../document/problem.js';
import type { Issue } from '../issue.js';
import { pointerTo } from '../json/pointer.js';
import { reportOn } from '../report.js';

/** A document of a kind and where it stands. */
export interface Placed<Kind extends DocumentKind> {
  readonly document: string;
  readonly pointer: string;
  readonly value: DocumentOf<Kind>;
}

/** Documents by kind, in the order of their paths. */
export type Documents = { readonly [Kind in DocumentKind]: readonly Placed<Kind>[] };

type Collected = { [Kind in DocumentKind]: Placed<Kind>[] };

/** Every document read by the schema of its kind, with the violations of all of them. */
export function readDocuments(values: Readonly<Record<string, unknown>>): { documents: Documents; issues: Issue[] } {
  const issues: Issue[] = [];
  const documents: Collected = {
    edition: [],
    lists: [],
    form: [],
    facts: [],
    conditions: [],
    category: [],
    desk: [],
    outline: [],
    calendar: [],
    case: [],
  };
  for (const path of Object.keys(values).sort()) {
    const value = values[path];
    const kind = tellKind(path, value, issues);
    if (kind === 'case') readCases(path, value, documents, issues);
    else if (kind) readDocument(kind, path, '', value, documents, issues);
  }
  return { documents, issues };
}

function tellKind(path: string, value: unknown, issues: Issue[]): DocumentKind | undefined {
  const report = reportOn(path, issues);
  const demanded = kindOfPath(path);
  if (demanded === 'case') return 'case';
  const shown = kindOfContent(value);
  if (demanded && shown && shown !== demanded) {
    report(
      'wrong-kind',
      '/$schema',
      `此处应放 ${demanded} 文件，而不是 ${shown}`,
      `A ${demanded} document belongs here, not ${shown}`,
    );
    return undefined;
  }
  const kind = demanded ?? shown;
  if (kind && (demanded || !misplaced.has(kind))) return kind;
  report(
    'unknown-kind',
    '',
    '看不出这是哪种文件：请写明 $schema',
    'The kind of this document cannot be told: give its $schema',
  );
  return undefined;
}

/** Kinds that have their own places and stand nowhere else. */
const misplaced: ReadonlySet<DocumentKind> = new Set(['edition', 'form', 'calendar', 'case']);

function readCases(path: string, value: unknown, documents: Collected, issues: Issue[]): void {
  if (!Array.isArray(value)) {
    reportOn(path, issues)('wrong-type', '', '案例文件应是每行一个案例', 'A case file has one case a line');
    return;
  }
  for (const [index, line] of value.entries()) {
    readDocument('case', path, pointerTo('', index), line, documents, issues);
  }
}

function readDocument<Kind extends DocumentKind>(
  kind: Kind,
  document: string,
  pointer: string,
  value: unknown,
  documents: Collected,
  issues: Issue[],
): void {
  const result = documentSchemas[kind].safeParse(value);
  if (!result.success) issues.push(...problemsOf(result.error, value, document, pointer));
  else (documents[kind] as Placed<Kind>[]).push({ document, pointer, value: result.data as DocumentOf<Kind> });
}
