/** Owns the edits of derived facts in the documents of an edition: put in, and taken out when nothing reads them. */
import { isMethodFormula } from '../method/methods.js';
import type { DerivedDeclaration } from '../wording/declaration.js';
import { type Dictionary, derivedDeclarations } from '../wording/dictionary.js';
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

export interface Unread {
  readonly documents: Documents;
  /** What a method had written and nothing reads any more: taken out. */
  readonly removed: readonly string[];
  /** What somebody had written and nothing reads any more: left in, for them to decide. */
  readonly unread: readonly string[];
}

/** Takes out, of the derived facts that something read before and nothing reads now, those that rules counted. */
export function removeUnread(
  before: Documents,
  after: Documents,
  { edition, dictionary, counted }: { edition: string; dictionary: Dictionary; counted: ReadonlySet<string> },
): Unread {
  const readBefore = new Set(readersIn(before).map(({ fact }) => fact));
  const idleIn = (documents: Documents) => {
    const readNow = new Set(readersIn(documents).map(({ fact }) => fact));
    return derivedDeclarations(documents, edition).filter(
      ({ declaration: { id } }) => readBefore.has(id) && !readNow.has(id),
    );
  };
  const own = idleIn(after).filter(
    ({ declaration }) => counted.has(declaration.id) && isMethodFact(declaration, dictionary),
  );
  const documents = own.length === 0 ? after : withoutDerived(after, own);
  const idOf = ({ declaration }: { readonly declaration: DerivedDeclaration }): string => declaration.id;
  return { documents, removed: own.map(idOf), unread: idleIn(documents).map(idOf) };
}

/** Whether a derived fact is as methods write it: whoever adds a note or a clause has made it theirs. */
const isMethodFact = ({ formula, note, clause }: DerivedDeclaration, dictionary: Dictionary): boolean =>
  note === undefined && clause === undefined && isMethodFormula(formula, dictionary);

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
