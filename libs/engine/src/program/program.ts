/** Owns the typed edition: what compile, reference, trace and checks all work from. */
import type { BaseFact, Condition, DerivedFact, Desk, Edition, FactType, Line, Rule } from '@yimen/config';
import type { Expression } from '../formula/expression.js';
import type { Template } from '../formula/template.js';

/** A question in asking order: everything its asking depends on comes before it. */
export interface BaseNode {
  readonly fact: BaseFact;
  /** Base facts its asking depends on, directly or not. */
  readonly askedBy: ReadonlySet<string>;
}

/** A derived fact in dependency order. */
export interface DerivedNode {
  readonly fact: DerivedFact;
  readonly expression: Expression;
  readonly needs: ReadonlySet<string>;
}

/** A rule with its texts typed and its dependencies known. */
export interface RuleNode {
  readonly rule: Rule;
  /** The line it belongs to; a desk's rules have none. */
  readonly line?: string;
  readonly reason: Template;
  /** Base facts it reads, directly or through derived facts and asking conditions. */
  readonly needs: ReadonlySet<string>;
  readonly document: string;
  readonly pointer: string;
}

export interface LineNode {
  readonly line: Line;
  /** In the order in which they apply: descending priority, then document order. */
  readonly rules: readonly RuleNode[];
  /** Base facts that must be answered to know whether the line applies. */
  readonly appliesNeeds: ReadonlySet<string>;
  /** Base facts that must be answered to score it. */
  readonly needs: ReadonlySet<string>;
}

export interface DeskNode {
  readonly desk: Desk;
  /** In order of application. */
  readonly rules: readonly RuleNode[];
  readonly needs: ReadonlySet<string>;
  /** Row ids of the department list: any other department is reported as none. */
  readonly departments: readonly string[];
}

export interface TypedFact {
  readonly type: FactType;
  readonly blank: boolean;
}

export interface Program {
  readonly edition: Edition;
  readonly base: readonly BaseNode[];
  readonly derived: readonly DerivedNode[];
  /** Types of base and derived facts by id. */
  readonly facts: ReadonlyMap<string, TypedFact>;
  readonly lines: readonly LineNode[];
  readonly desk?: DeskNode;
  readonly conditions: ReadonlyMap<string, Condition>;
}

/** Every rule of a program with its place. */
export const rulesOf = (program: Program): readonly RuleNode[] => [
  ...program.lines.flatMap((node) => node.rules),
  ...(program.desk?.rules ?? []),
];
