/** Owns finding the derived fact that a rule counts: the one there is, the one there was, or a new one. */
import type { FactReference, LocalizedText } from '@yimen/config';
import type { DerivedDeclaration, RuleDeclaration } from '../wording/declaration.js';
import type { FactEntry } from '../wording/dictionary.js';
import { measureOf, nameOf, sameFormula, syntaxOf } from './formula-shape.js';
import type { MethodContext } from './method.js';

/** What is to be counted. */
export interface Wanted {
  readonly formula: string;
  /** The id and title of a new derived fact. */
  readonly wish: string;
  readonly title: LocalizedText;
  readonly unit?: string;
  /** The derived fact that counts it already in the rules, and whether it counts the same thing, only otherwise. */
  readonly current?: string;
  readonly sameSubject: boolean;
}

export interface Quantity {
  readonly fact: string;
  /** The derived facts to add or to change. */
  readonly facts: readonly DerivedDeclaration[];
}

/** The fact to count: amounts must never be blank, so what may be blank counts as 0. */
export function quantityFor(wanted: Wanted, rules: readonly RuleDeclaration[], context: MethodContext): Quantity {
  const { dictionary } = context;
  const blank = measureOf(wanted.formula, dictionary)?.blank ?? false;
  const name = nameOf(syntaxOf(wanted.formula));
  const own = dictionary.facts.get(wanted.current ?? '');
  if (own && counts(own, wanted.formula, context)) return { fact: own.id, facts: [] };
  if (name !== undefined && !blank) return { fact: name, facts: [] };
  const found = [...dictionary.facts.values()].find((entry) => counts(entry, wanted.formula, context));
  if (found) return { fact: found.id, facts: [] };
  const formula = blank ? `IFBLANK(${wanted.formula}, 0)` : wanted.formula;
  const ids = rules.map(({ id }) => id);
  if (own?.formula !== undefined && wanted.sameSubject && !context.isReadElsewhere(own.id, ids)) {
    return { fact: own.id, facts: [{ ...declarationOf(own), formula }] };
  }
  const id = context.freeId(wanted.wish);
  return { fact: id, facts: [{ id, title: wanted.title, formula, ...(wanted.unit ? { unit: wanted.unit } : {}) }] };
}

/** Whether a derived fact counts by this formula and always has a value. */
const counts = (entry: FactEntry, formula: string, { dictionary }: MethodContext): boolean =>
  entry.formula !== undefined &&
  entry.type !== undefined &&
  !entry.blank &&
  sameFormula(entry.formula, formula, dictionary);

/** The parts of a declaration that the dictionary knows; what it does not know is kept where the documents are edited. */
const declarationOf = ({ id, title, formula = '', unit }: FactEntry): DerivedDeclaration => ({
  id,
  title,
  formula,
  ...(unit.zh === '' ? {} : { unit: unit.zh }),
});

/** The fact that a rule's amount is multiplied by. */
export function countedFact(rule: RuleDeclaration | undefined): { fact: string; by: 'each' | 'share' } | undefined {
  const params = rule?.event?.params as { each?: FactReference; share?: FactReference } | undefined;
  const by = params?.each ? 'each' : 'share';
  const reference = params?.[by];
  return reference && reference.path === undefined ? { fact: reference.fact, by } : undefined;
}

/** Words joined to an id in camel case: `civil-affairs`, `missing` → `civilAffairsMissing`. */
export function camelCase(...words: readonly string[]): string {
  const parts = words.flatMap((word) => word.split('-'));
  const [first = '', ...rest] = parts.filter((part) => part !== '');
  const lower = first.charAt(0).toLowerCase() + first.slice(1);
  return lower + rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
}
