/** Owns reading the fact dictionary for the editors of rules: what stands at a reference, and what formulas may name. */
import type { FactReference, FactType, List, LocalizedText } from '@yimen/config';
import type { Dictionary, FactEntry, Scope } from '@yimen/engine/editing';

/** The facts, named conditions and lists that rules may name; `dictionaryOf` of the engine makes it of an edition. */
export type FactDictionary = Dictionary;
export type { FactEntry };

/** What the type rules know of a fact. */
export interface TypedFact {
  readonly type: FactType;
  readonly blank: boolean;
}

/** A fact or a part of it as an editor shows it. */
export interface Operand extends TypedFact {
  readonly title: LocalizedText;
  readonly unit: LocalizedText;
}

const noUnit: LocalizedText = { zh: '', en: '' };

/** What a reference leads to; nothing where it leads nowhere, or to a formula that is not right yet. */
export function operandAt({ fact, path }: FactReference, dictionary: FactDictionary): Operand | undefined {
  const entry = dictionary.facts.get(fact);
  if (!entry?.type) return undefined;
  if (path === undefined) return { title: entry.title, type: entry.type, blank: entry.blank, unit: entry.unit };
  const { type } = entry;
  if (type.kind !== 'record' && type.kind !== 'rows') return undefined;
  const id = type.kind === 'record' ? path : /^\d{1,3}\.([^.]+)$/u.exec(path)?.[1];
  const column = id === undefined ? undefined : type.columns.get(id);
  if (!column) return undefined;
  const unit = dictionary.columnUnits.get(`${fact}.${column.id}`) ?? noUnit;
  return { title: column.title, type: column.type, blank: true, unit };
}

/** The facts whose type is known, as the type rules take them. */
export const typedFacts = (dictionary: FactDictionary): ReadonlyMap<string, TypedFact> =>
  new Map(
    [...dictionary.facts.values()].flatMap(({ id, type, blank }) => (type ? [[id, { type, blank }] as const] : [])),
  );

/** What formulas may name. A fact whose own formula is not right yet answers `failed`. */
export function scopeOf(dictionary: FactDictionary, lists: ReadonlyMap<string, List> = dictionary.lists): Scope {
  return {
    lists,
    fact: (id) => {
      const entry = dictionary.facts.get(id);
      if (!entry) return undefined;
      return entry.type ? { type: entry.type, blank: entry.blank } : 'failed';
    },
  };
}
