/** Owns telling the shape of a formula: what it computes, however it is spaced and guarded. */
import { canonicalJson } from '@yimen/config';
import { parseFormula, type Syntax } from '../formula/syntax.js';
import { highest, lowest } from '../formula/type.js';
import { typeFormula } from '../formula/typing.js';
import type { Dictionary } from '../wording/dictionary.js';

export type { Syntax };

/** The syntax of a formula that can be read, whatever its places in the text. */
export function syntaxOf(formula: string): Syntax | undefined {
  const parsed = parseFormula(formula);
  return parsed.ok ? placeless(parsed.syntax) : undefined;
}

function placeless({ at: _, ...syntax }: Syntax): Syntax {
  return syntax.type === 'call' ? { ...syntax, args: syntax.args.map(placeless) } : syntax;
}

/** The arguments of a call of a function with so many of them. */
export const argumentsOf = (syntax: Syntax | undefined, name: string, count: number): readonly Syntax[] | undefined =>
  syntax?.type === 'call' && syntax.name === name && syntax.args.length === count ? syntax.args : undefined;

export const nameOf = (syntax: Syntax | undefined): string | undefined =>
  syntax?.type === 'name' ? syntax.name : undefined;

export const numberOf = (syntax: Syntax | undefined): number | undefined =>
  syntax?.type === 'constant' && typeof syntax.value === 'number' ? syntax.value : undefined;

/** What stands beside a number in `MAX(…, …)`, in either order. */
export function guarded(syntax: Syntax | undefined): { readonly least: number; readonly inner: Syntax } | undefined {
  const [a, b] = argumentsOf(syntax, 'MAX', 2) ?? [];
  if (!a || !b) return undefined;
  const [bound, inner] = numberOf(a) === undefined ? [b, a] : [a, b];
  const least = numberOf(bound);
  return least === undefined ? undefined : { least, inner };
}

/** What stands in `MAX(0, …)`. */
export function aboveZero(syntax: Syntax | undefined): Syntax | undefined {
  const found = guarded(syntax);
  return found?.least === 0 ? found.inner : undefined;
}

/** What stands in `IFBLANK(…, 0)`, or else the formula itself: a rule sees no difference while it asks for more than 0. */
export function withoutDefault(syntax: Syntax | undefined): Syntax | undefined {
  const args = argumentsOf(syntax, 'IFBLANK', 2);
  return args && numberOf(args[1]) === 0 ? args[0] : syntax;
}

/** The same formula without what changes nothing: the order inside MAX, guards that its facts never need. */
export function plainSyntax(syntax: Syntax, dictionary: Dictionary): Syntax {
  if (syntax.type !== 'call') return syntax;
  const perRow = ['COUNT', 'SUM', 'SELECT'].includes(syntax.name);
  const args = syntax.args.map((inner, place) => (perRow && place > 0 ? inner : plainSyntax(inner, dictionary)));
  const call: Syntax = { ...syntax, args };
  if (syntax.name === 'MAX') return plainMaximum(call, dictionary);
  return syntax.name === 'IF' ? plainChoice(call) : call;
}

function plainMaximum(call: Syntax, dictionary: Dictionary): Syntax {
  const found = guarded(call);
  if (!found) return call;
  const { least, inner } = found;
  const type = dictionary.facts.get(nameOf(inner) ?? '')?.type;
  if (type?.kind === 'number' && lowest(type) >= least) return inner;
  return { type: 'call', name: 'MAX', args: [{ type: 'constant', value: least }, inner] };
}

/** `IF(a > 0, x, 0)` said as `IF(a <= 0, 0, x)`. */
function plainChoice(call: Syntax): Syntax {
  const [test, then, otherwise] = argumentsOf(call, 'IF', 3) ?? [];
  const above = argumentsOf(test, 'GREATER', 2);
  if (!above || !then || !otherwise || numberOf(otherwise) !== 0) return call;
  return { type: 'call', name: 'IF', args: [{ type: 'call', name: 'LESS_OR_EQUAL', args: above }, otherwise, then] };
}

/** Whether two formulas compute the same for anything that a rule asks. */
export function sameFormula(a: string, b: string, dictionary: Dictionary): boolean {
  const [left, right] = [a, b].map((formula) => withoutDefault(syntaxOf(formula)));
  if (!left || !right) return false;
  return canonicalJson(plainSyntax(left, dictionary)) === canonicalJson(plainSyntax(right, dictionary));
}

/** What typing says of a formula. */
export interface Measure {
  readonly blank: boolean;
  readonly integer: boolean;
  readonly most: number;
}

/** The bounds of a numeric formula, where it is right. */
export function measureOf(formula: string, dictionary: Dictionary): Measure | undefined {
  const typed = typeFormula(formula, {
    lists: dictionary.lists,
    fact: (id) => {
      const entry = dictionary.facts.get(id);
      return entry?.type ? { type: entry.type, blank: entry.blank } : entry && 'failed';
    },
  });
  if (!typed.ok || typed.expression.type.kind !== 'number') return undefined;
  const { type, blank } = typed.expression;
  return { blank, integer: typed.expression.type.integer, most: highest(type) };
}
