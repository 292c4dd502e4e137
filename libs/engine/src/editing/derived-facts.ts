/** Owns the edits of derived facts in the documents of an edition: put in, and taken out when nothing reads them. */
import type { DerivedDeclaration } from '../wording/declaration.js';
import { derivedDeclarations } from '../wording/dictionary.js';
import { type Documents, readersIn } from './readers.js';

interface FactsDocument {
  readonly facts: readonly DerivedDeclaration[];
}

/** The documents with these derived facts: one with the same id gets the formula and keeps everything else. */
export function putDerived(documents: Documents, edition: string, facts: readonly DerivedDeclaration[]): Documents {
  let result = documents;
  for (const fact of facts) result = putOne(result, edition, fact);
  return result;
}

function putOne(documents: Documents, edition: string, fact: DerivedDeclaration): Documents {
  const found = derivedDeclarations(documents, edition).find(({ declaration }) => declaration.id === fact.id);
  const document = found?.document ?? homeOf(documents, edition);
  const { facts: there = [], ...rest } = (documents[document] ?? {}) as Partial<FactsDocument>;
  const facts = found
    ? there.map((each) => (each?.id === fact.id ? { ...each, formula: fact.formula } : each))
    : [...there, fact];
  return { ...documents, [document]: { ...rest, facts } };
}

/** The document that new derived facts go into: `facts.json`, or the first that holds some. */
function homeOf(documents: Documents, edition: string): string {
  const usual = `rules/${edition}/facts.json`;
  if (documents[usual] !== undefined) return usual;
  return derivedDeclarations(documents, edition)[0]?.document ?? usual;
}

/** Takes out the derived facts that something read before and nothing reads now. */
export function removeUnread(
  before: Documents,
  after: Documents,
  edition: string,
): { readonly documents: Documents; readonly removed: readonly string[] } {
  const readBefore = new Set(readersIn(before).map(({ fact }) => fact));
  const removed: string[] = [];
  let documents = after;
  for (;;) {
    const readNow = new Set(readersIn(documents).map(({ fact }) => fact));
    const unread = derivedDeclarations(documents, edition).filter(
      ({ declaration: { id } }) => readBefore.has(id) && !readNow.has(id),
    );
    if (unread.length === 0) return { documents, removed };
    removed.push(...unread.map(({ declaration }) => declaration.id));
    documents = withoutDerived(documents, unread);
  }
}

function withoutDerived(
  documents: Documents,
  unread: readonly { readonly document: string; readonly declaration: DerivedDeclaration }[],
): Documents {
  const gone = new Set(unread.map(({ declaration }) => declaration));
  const touched = new Set(unread.map(({ document }) => document));
  return Object.fromEntries(
    Object.entries(documents).map(([path, value]) => {
      if (!touched.has(path)) return [path, value];
      const document = value as FactsDocument;
      return [path, { ...document, facts: document.facts.filter((each) => !gone.has(each)) }];
    }),
  );
}
