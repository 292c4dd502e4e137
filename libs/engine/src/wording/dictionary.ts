/** Owns what sentences and methods know of an edition's facts: titles, types, units, formulas. */
import type { Condition, DerivedFact, Edition, FactType, List, LocalizedText } from '@yimen/config';
import { typeFacts } from '../program/typing.js';
import type { DerivedDeclaration, TextDeclaration } from './declaration.js';
import { noUnit } from './words.js';

export interface FactEntry {
  readonly id: string;
  readonly origin: 'form' | 'formula';
  readonly title: LocalizedText;
  /** Left out where the formula is not right (yet). */
  readonly type?: FactType;
  /** Whether there may be no value: the question is not always asked. */
  readonly blank: boolean;
  readonly personal: boolean;
  readonly unit: LocalizedText;
  readonly formula?: string;
  readonly askedWhen: readonly Condition[];
}

/** Names of areas by their ids. */
export type AreaNames = ReadonlyMap<string, LocalizedText>;

export interface Dictionary {
  readonly facts: ReadonlyMap<string, FactEntry>;
  /** Titles of named conditions. */
  readonly conditions: ReadonlyMap<string, LocalizedText>;
  readonly lists: ReadonlyMap<string, List>;
  /** As far as whoever asks knows them: an edition does not. */
  readonly areas?: AreaNames | undefined;
  /** Units of the columns of rows, by `fact.column`. */
  readonly columnUnits: ReadonlyMap<string, LocalizedText>;
}

/** A text in both languages; English falls back to Chinese. */
export const textOf = (text: TextDeclaration | undefined, fallback: string): LocalizedText => ({
  zh: text?.zh ?? fallback,
  en: text?.en ?? text?.zh ?? fallback,
});

/** What can be said of a fact: a fact that is gone is called by its id. */
export function wordsOf(id: string, { facts }: Dictionary): Pick<FactEntry, 'title' | 'unit' | 'personal'> {
  return facts.get(id) ?? { title: { zh: id, en: id }, unit: noUnit, personal: false };
}

/**
 * The dictionary of an edition. While documents are edited and do not parse, `edition` is the last one that did:
 * questions and lists come from it, formulas and named conditions from the documents.
 */
export function dictionaryOf(
  edition: Edition,
  documents: Readonly<Record<string, unknown>> = edition.documents,
  areas?: AreaNames,
): Dictionary {
  const derived = derivedIn(edition, documents);
  const { facts } = typeFacts({ ...edition, derived }, []);
  const english = new Map(edition.forms.flatMap((form) => Object.entries(form.texts)));
  const unitOf = (key: string, type: FactType | undefined, written?: string): LocalizedText => {
    const zh = written ?? (type?.kind === 'number' ? type.unit : undefined);
    return zh === undefined ? noUnit : { zh, en: english.get(key)?.en.unit ?? foreign(zh) };
  };
  const asked = [...edition.facts.values()].map(
    ({ id, origin, title, type, personal, askedWhen }): FactEntry => ({
      ...{ id, origin, title, type, personal, askedWhen },
      blank: askedWhen.length > 0,
      unit: unitOf(id, type),
    }),
  );
  const computed = [...derived.values()].map(({ id, origin, title, formula, unit }): FactEntry => {
    const typed = facts.get(id);
    const known = typed ? { type: typed.type } : {};
    const blank = typed?.blank ?? false;
    return {
      ...{ id, origin, title, formula, blank, askedWhen: [] },
      personal: false,
      unit: unitOf(id, undefined, unit),
      ...known,
    };
  });
  const columns = asked.flatMap(({ id, type }) =>
    type?.kind === 'rows' ? [...type.columns.values()].map((column) => ({ key: `${id}.${column.id}`, column })) : [],
  );
  return {
    facts: new Map([...asked, ...computed].map((entry) => [entry.id, entry])),
    conditions: namedIn(edition, documents),
    lists: edition.lists,
    areas,
    columnUnits: new Map(columns.map(({ key, column }) => [key, unitOf(key, column.type)])),
  };
}

/** A unit without an English word is kept only where it is a sign such as %. */
const foreign = (unit: string): string => (/^[\u0020-\u024f²³]*$/u.test(unit) ? unit : '');

/** The formulas that documents of the edition hold, by id; what is not shaped like one is left out. */
function derivedIn(edition: Edition, documents: Readonly<Record<string, unknown>>): Map<string, DerivedFact> {
  const found = new Map<string, DerivedFact>();
  for (const { document, pointer, declaration } of derivedDeclarations(documents, edition.id)) {
    const { id, title, formula, unit, clause } = declaration;
    const more = { ...(unit === undefined ? {} : { unit }), ...(clause === undefined ? {} : { clause }) };
    if (!found.has(id))
      found.set(id, { origin: 'formula', id, title: textOf(title, id), formula, ...more, document, pointer });
  }
  return found;
}

/** The derived facts in an edition's documents, each with its place. */
export function derivedDeclarations(
  documents: Readonly<Record<string, unknown>>,
  edition: string,
): { readonly document: string; readonly pointer: string; readonly declaration: DerivedDeclaration }[] {
  return Object.entries(documents)
    .filter(([path]) => path.startsWith(`rules/${edition}/`))
    .flatMap(([document, value]) =>
      entriesOf(value, 'facts').flatMap((declaration, index) =>
        isDerived(declaration) ? [{ document, pointer: `/facts/${index}`, declaration }] : [],
      ),
    );
}

function isDerived(value: unknown): value is DerivedDeclaration {
  const { id, formula } = (value ?? {}) as Partial<Record<'id' | 'formula', unknown>>;
  return typeof id === 'string' && typeof formula === 'string';
}

/** The array under a key of a document, or nothing. */
function entriesOf(document: unknown, key: string): readonly unknown[] {
  const value = typeof document === 'object' && document !== null ? Reflect.get(document, key) : undefined;
  return Array.isArray(value) ? value : [];
}

function namedIn(edition: Edition, documents: Readonly<Record<string, unknown>>): Map<string, LocalizedText> {
  const titles = new Map([...edition.conditions.values()].map(({ id, title }) => [id, title]));
  for (const [path, document] of Object.entries(documents)) {
    if (!path.startsWith(`rules/${edition.id}/`) || typeof document !== 'object' || document === null) continue;
    const named: unknown = Reflect.get(document, 'conditions');
    if (typeof named !== 'object' || named === null) continue;
    for (const [id, value] of Object.entries(named)) {
      titles.set(id, textOf((value as { title?: TextDeclaration } | null)?.title, id));
    }
  }
  return titles;
}
