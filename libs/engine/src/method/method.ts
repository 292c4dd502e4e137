/** Owns what a scoring method is: a template in plain language that writes ordinary rules and formulas, and reads them back. */
import type { LocalizedText } from '@yimen/config';
import type { DerivedDeclaration, LineDeclaration, RuleDeclaration } from '../wording/declaration.js';
import type { Dictionary } from '../wording/dictionary.js';

export type MethodId =
  | 'full-unless'
  | 'pass-or-nothing'
  | 'minus-when'
  | 'per-missing'
  | 'per-short'
  | 'share'
  | 'per-percent'
  | 'per-unit'
  | 'tiers'
  | 'discretionary';

/** What a form field of a parameter asks for. */
export type ParameterKind =
  /** A number above 0. */
  | 'points'
  /** A `Condition`. */
  | 'condition'
  /** The id of a fact of the kind. */
  | 'boolean-fact'
  | 'number-fact'
  | 'checklist-fact'
  | 'number-or-choice-fact'
  /** The same, but only a question of a form. */
  | 'number-question'
  | 'text-question'
  /** A number, or `{ fact }` for a number fact: see `Required`. */
  | 'number-or-fact'
  /** What there is: see `Had`; `had-or-each` also takes a number in each row. */
  | 'had'
  | 'had-or-each'
  /** Yes or no. */
  | 'truth'
  /** Which tier a bound belongs to: see `Boundary`. */
  | 'boundary'
  /** See `NumberTier` and `ChoiceTier`. */
  | 'tiers'
  /** A text with `{formula}` places, in both languages. */
  | 'reason';

export interface MethodParameter {
  readonly name: string;
  readonly label: LocalizedText;
  readonly kind: ParameterKind;
  readonly optional?: true;
  /** What a new form starts with. */
  readonly initial?: unknown;
}

/** Parameters by name; each method's own shape is in `ParamsOf`. */
export type MethodParams = Readonly<Record<string, unknown>>;

export interface ParameterProblem {
  readonly parameter: string;
  readonly message: LocalizedText;
}

/** What methods know of the place they write for. */
export interface MethodContext {
  readonly line: LineDeclaration;
  readonly dictionary: Dictionary;
  /** An id like the wish that nothing in the edition has, nor anything in `also`. */
  readonly freeId: (wish: string, also?: ReadonlySet<string>) => string;
  /** Whether anything but these rules reads a derived fact. */
  readonly isReadElsewhere: (fact: string, rules: readonly string[]) => boolean;
}

/** Rules and formulas ready to be put into documents. */
export interface WrittenItem {
  readonly rules: readonly RuleDeclaration[];
  /** Derived facts to add, or to put in place of those with the same id. */
  readonly facts: readonly DerivedDeclaration[];
  /** Questions that must be answered before the line is scored. */
  readonly needs: readonly string[];
}

export interface Method<Params = MethodParams> {
  readonly id: MethodId;
  readonly label: LocalizedText;
  readonly explanation: LocalizedText;
  /** What the line must start with for the method to mean something. */
  readonly starts: 'full' | 'zero';
  /** How many rules one item covers. */
  readonly covers: 'one' | 'several';
  readonly parameters: readonly MethodParameter[];
  /** What is wrong with parameters that are each right for their kind. */
  readonly problems?: (params: Params, context: MethodContext) => readonly ParameterProblem[];
  /** Writes; of `existing` rules it keeps ids, clauses, notes, priorities and whatever still says the same. */
  readonly write: (params: Params, context: MethodContext, existing: readonly RuleDeclaration[]) => WrittenItem;
  /** The parameters these rules were, or could have been, written with. */
  readonly read: (rules: readonly RuleDeclaration[], context: MethodContext) => Params | undefined;
  readonly sentence: (params: Params, context: MethodContext) => LocalizedText;
  /** Whether a derived fact's formula is one that the method writes. */
  readonly writesFormula?: (formula: string, dictionary: Dictionary) => boolean;
}

/** A method among others: callers give it the parameters of its own shape, which `problemsOf` makes sure of. */
export const anyMethod = <Params>(method: Method<Params>): Method => method as unknown as Method;
