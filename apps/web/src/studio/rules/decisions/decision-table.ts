/** Owns reading the rules of a desk as a table: rules in the order in which they decide, facts as columns. */
import type { Comparison, Condition } from '@yimen/config';
import type { RuleDeclaration } from '@yimen/engine/editing';
import { fieldOf } from '../conditions/field-name';

/** A named condition as a row asks for it. */
export interface NamedTest {
  readonly id: string;
  readonly holds: boolean;
}

export interface DecisionRow {
  readonly rule: RuleDeclaration;
  readonly named: readonly NamedTest[];
  /** By the name of what is compared; a row may ask twice, for a range. */
  readonly tests: ReadonlyMap<string, readonly Comparison[]>;
  /** What fits no column. */
  readonly others: readonly Condition[];
}

export interface DecisionTable {
  readonly rows: readonly DecisionRow[];
  /** What is compared somewhere, in the order in which it first is. */
  readonly columns: readonly { readonly field: string; readonly test: Comparison }[];
  readonly hasNamed: boolean;
  readonly hasOthers: boolean;
}

export const priorityOf = ({ priority = 1 }: RuleDeclaration): number => priority;

const requires = ({ event }: RuleDeclaration): boolean => event?.type === 'require';

/** As the desk goes through them: by descending priority, then as written. */
export const inOrder = (rules: readonly RuleDeclaration[]): RuleDeclaration[] =>
  [...rules].sort((a, b) => priorityOf(b) - priorityOf(a));

/** The table of the rules that decide, and that of the rules that only ask for papers. */
export const decisionTables = (
  rules: readonly RuleDeclaration[],
): { readonly deciding: DecisionTable; readonly requiring: DecisionTable } => ({
  deciding: tableOf(inOrder(rules.filter((rule) => !requires(rule)))),
  requiring: tableOf(inOrder(rules.filter(requires))),
});

function tableOf(rules: readonly RuleDeclaration[]): DecisionTable {
  const rows = rules.map(rowOf);
  const columns = new Map<string, Comparison>();
  for (const { tests } of rows)
    for (const [field, [test]] of tests) if (test && !columns.has(field)) columns.set(field, test);
  return {
    rows,
    columns: [...columns].map(([field, test]) => ({ field, test })),
    hasNamed: rows.some(({ named }) => named.length > 0),
    hasOthers: rows.some(({ others }) => others.length > 0),
  };
}

function rowOf(rule: RuleDeclaration): DecisionRow {
  const named: NamedTest[] = [];
  const tests = new Map<string, Comparison[]>();
  const others: Condition[] = [];
  for (const condition of conjunctsOf(rule.conditions)) {
    const test = namedTest(condition);
    if (test) named.push(test);
    else if ('fact' in condition) tests.set(fieldOf(condition), [...(tests.get(fieldOf(condition)) ?? []), condition]);
    else others.push(condition);
  }
  return { rule, named, tests, others };
}

/** What must hold all at once; groups of `all` inside `all` say nothing of their own. */
const conjunctsOf = (condition: Condition): Condition[] =>
  'all' in condition ? condition.all.flatMap(conjunctsOf) : [condition];

function namedTest(condition: Condition): NamedTest | undefined {
  if ('condition' in condition) return { id: condition.condition, holds: true };
  const inner = 'not' in condition ? condition.not : undefined;
  return inner && 'condition' in inner ? { id: inner.condition, holds: false } : undefined;
}
