/** Owns the list from which a fact or a named condition is picked. */
import type { FactReference, FactType } from '@yimen/config';
import { fieldOf, namedField, partsOf } from './conditions/field-name';
import type { FactDictionary, FactEntry } from './fact-dictionary';

export interface NamedTitle {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
}

export type OptionGroup = 'named' | 'asked' | 'computed';

export interface FactOption {
  readonly group: OptionGroup;
  /** A name as `field-name` makes them; of a table or record that of the whole. */
  readonly value: string;
  readonly title: NamedTitle['title'];
}

/** Whether a part of a fact may be picked. */
export type Accepts = (reference: FactReference) => boolean;

/** What may be picked: the named conditions, then the facts that are accepted, or a part of which is. */
export function factOptions(
  dictionary: FactDictionary,
  named: readonly NamedTitle[] = [],
  accepts: Accepts = () => true,
): FactOption[] {
  const facts = [...dictionary.facts.values()].filter((entry) => isOffered(entry, accepts));
  const of = (origin: FactEntry['origin'], group: OptionGroup): FactOption[] =>
    facts.filter((entry) => entry.origin === origin).map(({ id, title }) => ({ group, value: id, title }));
  return [
    ...named.map(({ id, title }): FactOption => ({ group: 'named', value: namedField(id), title })),
    ...of('form', 'asked'),
    ...of('formula', 'computed'),
  ];
}

/** Files can only be counted; of a table or a record the columns are read. */
function isOffered({ id, type }: FactEntry, accepts: Accepts): boolean {
  if (!type || type.kind === 'files') return false;
  if (type.kind !== 'record' && type.kind !== 'rows') return accepts({ fact: id });
  return partOptions(id, type, accepts).length > 0;
}

/** The columns of a table or record that may be picked; of a table those of its first row stand for all rows. */
export function partOptions(
  fact: string,
  type: FactType | undefined,
  accepts: Accepts = () => true,
): { readonly column: string; readonly title: NamedTitle['title'] }[] {
  if (type?.kind !== 'record' && type?.kind !== 'rows') return [];
  return [...type.columns.values()]
    .filter(({ id }) => accepts({ fact, path: type.kind === 'rows' ? `0.${id}` : id }))
    .map(({ id, title }) => ({ column: id, title }));
}

/** A picked name taken apart: the whole fact, and of a table the row (from 1) and the column, as far as known. */
export interface Picked {
  readonly base: string;
  readonly row?: number;
  readonly column?: string;
}

export function pickedOf(field: string, dictionary: FactDictionary): Picked {
  const parts = partsOf(field);
  if (!parts) return { base: field };
  const kind = dictionary.facts.get(parts.fact)?.type?.kind;
  if (parts.path === undefined) return { base: parts.fact };
  if (kind !== 'rows') return { base: parts.fact, ...(parts.path === '' ? {} : { column: parts.path }) };
  const [index = '', ...rest] = parts.path.split('.');
  const column = rest.join('.');
  return { base: parts.fact, row: Number(index || 0) + 1, ...(column === '' ? {} : { column }) };
}

/** The name of what was picked, unfinished while a column is missing. */
export function fieldOfPicked({ base, row, column = '' }: Picked, dictionary: FactDictionary): string {
  const kind = dictionary.facts.get(base)?.type?.kind;
  if (kind === 'rows') return fieldOf({ fact: base, path: `${Math.max(0, (row ?? 1) - 1)}.${column}` });
  return kind === 'record' ? fieldOf({ fact: base, path: column }) : base;
}
