/** Owns what a decision table is given. */
import type { RuleDeclaration, TextDeclaration } from '@yimen/engine/editing';
import type { FactDictionary } from '../fact-dictionary';
import type { DecisionTable } from './decision-table';

export interface Disposition {
  readonly title: TextDeclaration;
  readonly notice?: TextDeclaration;
}

export interface DecisionTableProps {
  /** In the order of the document. */
  readonly rules: readonly RuleDeclaration[];
  /** What the desk calls its dispositions, by event type. */
  readonly dispositions: Readonly<Record<string, Disposition | undefined>>;
  /** The checklist question of papers handed in. */
  readonly handedIn: string;
  readonly dictionary: FactDictionary;
  readonly onOpen: (ruleId: string) => void;
  /** Moves a rule among those that decide; `movedRule` makes the rules after it. */
  readonly onMove?: (ruleId: string, to: 'up' | 'down') => void;
  readonly readOnly?: boolean;
  /** The rule that is open. */
  readonly current?: string;
}

/** One of the two tables: of the rules that decide, or of those that ask for papers. */
export type OneTableProps = DecisionTableProps & {
  readonly table: DecisionTable;
  readonly kind: 'deciding' | 'requiring';
};
