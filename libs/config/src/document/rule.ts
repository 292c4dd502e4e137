/** Owns the shape of json-rules-engine rules as this language narrows them. */
import type { LocalizedText } from '../issue.js';

export type OperatorId =
  | 'equal'
  | 'notEqual'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'doesNotContain'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive';

export type Scalar = string | number | boolean;

/** A value taken from another fact instead of a constant. */
export interface FactReference {
  readonly fact: string;
  readonly path?: string;
}

export interface Comparison {
  readonly fact: string;
  readonly operator: OperatorId;
  readonly value: Scalar | readonly Scalar[] | FactReference;
  readonly path?: string;
}

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly condition: string }
  | Comparison;

/** How many points an `award` or `deduct` event moves. */
export type Amount =
  | { readonly points: number; readonly each?: FactReference; readonly cap?: number }
  | { readonly share: FactReference; readonly cap?: number };

export type DispositionId = 'refuse' | 'supplement' | 'handle' | 'report' | 'inform' | 'transfer' | 'raise';

export type RuleEvent =
  | { readonly type: 'award'; readonly params: Amount }
  | { readonly type: 'deduct'; readonly params: Amount }
  | { readonly type: DispositionId; readonly params?: { readonly dueInWorkingDays?: number | FactReference } }
  | { readonly type: 'require'; readonly params: { readonly papers: readonly string[] | FactReference } };

export interface Rule {
  readonly id: string;
  readonly clause: string;
  /** Text with `{formula}` placeholders. */
  readonly reason: LocalizedText;
  readonly note?: LocalizedText;
  readonly conditions: Condition;
  readonly event: RuleEvent;
  /** Higher first; 1 where the document says nothing. */
  readonly priority: number;
}
