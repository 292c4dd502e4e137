/** Owns what a method declares that counts something. */
import type { LocalizedText } from '@yimen/config';
import type { RuleDeclaration } from '../wording/declaration.js';
import type { Dictionary } from '../wording/dictionary.js';
import type { Syntax } from './formula-shape.js';
import type { MethodContext, MethodId, MethodParameter } from './method.js';
import type { CountedParams } from './parameters.js';

/** Parameters without those that all counted methods share. */
export type Own<Params> = Omit<Params, 'when' | 'cap' | 'reason' | 'points'>;

/** What a counted method declares. */
export interface Counting<Params extends CountedParams> {
  readonly id: MethodId;
  readonly label: LocalizedText;
  readonly explanation: LocalizedText;
  readonly parameters: readonly MethodParameter[];
  readonly by: 'each' | 'share';
  /** What is counted, as a formula; a fact's id alone where nothing is computed. */
  readonly formula: (params: Own<Params>, dictionary: Dictionary) => string;
  /** The parameters behind such a formula. */
  readonly parse: (syntax: Syntax, dictionary: Dictionary) => Own<Params> | undefined;
  /** Parameters that the formula does not show: undefined where the rule is none of this method's. */
  readonly complete?: (params: Own<Params>, rule: RuleDeclaration, context: MethodContext) => Own<Params> | undefined;
  /** Facts it names, by role: a reason follows where they change. */
  readonly roles: (params: Own<Params>) => readonly string[];
  /** Formulas of the same subject count the same thing, only otherwise. */
  readonly subject: (params: Own<Params>) => string;
  readonly derived: (
    params: Own<Params>,
    dictionary: Dictionary,
  ) => { readonly wish: string; readonly title: LocalizedText; readonly unit?: string };
  readonly ruleWish: string;
  /** The reason, given the formula of what is counted. */
  readonly reason: (params: Params, counted: string, dictionary: Dictionary) => LocalizedText;
  readonly sentence: (params: Params, context: MethodContext) => LocalizedText;
  /** When nothing is taken off, said last. */
  readonly exception?: (params: Params, dictionary: Dictionary) => LocalizedText | undefined;
  readonly needs?: (params: Params) => readonly string[];
}
