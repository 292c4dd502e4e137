/** Owns a set of documents for every issue code of the language: the tiny editions, each spoilt so as to raise just that one. */
import type { Severity, SourceFiles } from '@yimen/config';
import { gone, inflict } from '../../libs/config/src/fixture/fault.js';
import {
  deskDocuments,
  deskId,
  filesOf,
  standardDocuments,
  standardId,
} from '../../libs/config/src/fixture/tiny-edition.js';
import { checkFlaws } from './flaws/check.js';
import type { Change, Flaw } from './flaws/flaw.js';
import { referenceFlaws } from './flaws/reference.js';
import { shapeFlaws } from './flaws/shape.js';
import { textFlaws } from './flaws/text.js';
import { typeFlaws } from './flaws/type.js';

/**
 * Who finds the issue: the reader of texts, the schemas of single documents, the assembly of all of them, the types of
 * formulas and conditions, or the checks. What no JSON value can say (`text`) only a file can hold.
 */
export type Finder = 'text' | 'shape' | 'reference' | 'type' | 'check';

export interface IssueDocuments {
  readonly code: string;
  /** What is wrong, in a few words. */
  readonly says: string;
  readonly finder: Finder;
  readonly edition: string;
  /** Text files by path. */
  readonly documents: SourceFiles;
  /** Where the one issue is told, and how severe it is. */
  readonly document: string;
  readonly pointer: string;
  readonly severity: Severity;
  readonly counterexample?: unknown;
}

type Values = Record<string, unknown>;

const editions = {
  standard: { id: standardId, documents: standardDocuments },
  desk: { id: deskId, documents: deskDocuments },
} as const;

/** The path of a document by its name without folder and ending, whether it is there already or not. */
function pathOf(name: string, { edition }: Flaw): string {
  const { id, documents } = editions[edition];
  const known = Object.keys(documents()).find((path) => path.slice(path.lastIndexOf('/') + 1).split('.')[0] === name);
  return known ?? `rules/${id}/${name}.json`;
}

function put([name, at, value]: Change, flaw: Flaw, values: Values): void {
  const path = pathOf(name, flaw);
  if (at !== '') inflict(['', '', at, value], values[path]);
  else if (value === gone) delete values[path];
  else values[path] = value;
}

function documentsOf(flaw: Flaw): SourceFiles {
  const values: Values = editions[flaw.edition].documents();
  if (!flaw.rewritten) for (const change of flaw.changes) put(change, flaw, values);
  const files = filesOf(values);
  if (!flaw.rewritten) return files;
  const path = pathOf(flaw.rewritten.document, flaw);
  return { ...files, [path]: (files[path] as string).replace(flaw.rewritten.from, flaw.rewritten.to) };
}

const spoilt =
  (finder: Finder) =>
  (flaw: Flaw): IssueDocuments => ({
    code: flaw.code,
    says: flaw.says,
    finder,
    edition: editions[flaw.edition].id,
    documents: documentsOf(flaw),
    document: pathOf(flaw.document, flaw),
    pointer: flaw.pointer,
    severity: flaw.severity,
    ...(flaw.counterexample === undefined ? {} : { counterexample: flaw.counterexample }),
  });

/** For every code the documents that raise it and nothing else. */
export const issueDocuments: readonly IssueDocuments[] = [
  ...textFlaws.map(spoilt('text')),
  ...shapeFlaws.map(spoilt('shape')),
  ...referenceFlaws.map(spoilt('reference')),
  ...typeFlaws.map(spoilt('type')),
  ...checkFlaws.map(spoilt('check')),
];

/** The tiny editions before anything is spoilt. */
export const soundDocuments: readonly { readonly edition: string; readonly documents: SourceFiles }[] = Object.values(
  editions,
).map(({ id, documents }) => ({ edition: id, documents: filesOf(documents()) }));
