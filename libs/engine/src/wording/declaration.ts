/** Owns the shapes of rules, lines and formulas as documents hold them, before an edition is made of them. */
import type { Condition, RuleEvent } from '@yimen/config';

/** A text as written: English may be left out. */
export interface TextDeclaration {
  readonly zh: string;
  readonly en?: string;
}

/** A rule as written; an edition's `Rule` is one too. */
export interface RuleDeclaration {
  readonly id: string;
  readonly clause: string;
  readonly reason: TextDeclaration;
  readonly note?: TextDeclaration;
  readonly conditions: Condition;
  readonly event: RuleEvent;
  readonly priority?: number;
}

/** A line of a category as written; an edition's `Line` is one too. */
export interface LineDeclaration {
  readonly id: string;
  readonly title: TextDeclaration;
  readonly points: number;
  readonly clause: string;
  readonly standard: TextDeclaration;
  readonly starts: 'full' | 'zero';
  readonly appliesWhen?: Condition;
  readonly needs?: readonly string[];
  readonly note?: TextDeclaration;
  readonly rules: readonly RuleDeclaration[];
}

/** A derived fact as written. */
export interface DerivedDeclaration {
  readonly id: string;
  readonly title: TextDeclaration;
  readonly formula: string;
  readonly unit?: string;
  readonly clause?: string;
  readonly note?: TextDeclaration;
}
