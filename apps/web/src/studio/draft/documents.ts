/** Owns finding documents of a kind in a draft, as they are written. */
import { type DocumentInput, type DocumentKind, kindOfContent, kindOfPath } from '@yimen/config';
import type { Documents } from './draft-state';

/** A document with its path; what it holds may be anything while it is written. */
export interface Written<Kind extends DocumentKind> {
  readonly document: string;
  readonly value: Partial<DocumentInput<Kind>>;
}

/** The documents of a kind, in the order of their paths. */
export const documentsOf = <Kind extends DocumentKind>(documents: Documents, kind: Kind): Written<Kind>[] =>
  Object.keys(documents)
    .sort()
    .filter((path) => (kindOfPath(path) ?? kindOfContent(documents[path])) === kind)
    .map((document) => ({ document, value: (documents[document] ?? {}) as Partial<DocumentInput<Kind>> }));

/** The manifest of an edition. */
export const manifestOf = (edition: string, documents: Documents): Written<'edition'> => {
  const document = `rules/${edition}/edition.json`;
  return { document, value: (documents[document] ?? {}) as Partial<DocumentInput<'edition'>> };
};

/** An array of something that is written, whatever stands there. */
export const listed = <T>(value: readonly T[] | undefined): readonly T[] => (Array.isArray(value) ? value : []);
