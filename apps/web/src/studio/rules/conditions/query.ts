/** Owns the way from a condition to the builder's tree and back, losing nothing. */
import type { Comparison, Condition, OperatorId, Scalar } from '@yimen/config';
import type { RuleGroupType, RuleType } from 'react-querybuilder';
import { fieldOf, namedField, namedOf, referenceOf, unchosen } from './field-name';

/** How the rows of a group are joined; the last two are `not` over the first two. */
export type Combinator = 'all' | 'any' | 'notAll' | 'none';
export const combinators: readonly Combinator[] = ['all', 'any', 'notAll', 'none'];

/** What is said of a named condition. */
export type NamedOperator = 'holds' | 'fails';
export const namedOperators: readonly NamedOperator[] = ['holds', 'fails'];

/** A comparison (its value a constant, or the name of another fact) or a named condition. */
export type Row = RuleType;

export interface Group extends Omit<RuleGroupType<Row, string>, 'rules'> {
  readonly rules: (Group | Row)[];
  /** Stands for its only row without a group of its own in the document, as long as there is no second. */
  readonly bare?: true;
}

/** The tree of a condition; an empty group where there is none. */
export function toQuery(condition: Condition | undefined): Group {
  if (condition === undefined) return { combinator: 'all', rules: [] };
  const node = toNode(condition);
  return 'rules' in node ? node : { combinator: 'all', rules: [node], bare: true };
}

function toNode(condition: Condition): Group | Row {
  if ('all' in condition) return { combinator: 'all', rules: condition.all.map(toNode) };
  if ('any' in condition) return { combinator: 'any', rules: condition.any.map(toNode) };
  if ('not' in condition) return toNegated(condition.not);
  if ('condition' in condition) return namedRow(condition.condition, 'holds');
  return toRow(condition);
}

function toNegated(inner: Condition): Group | Row {
  if ('all' in inner) return { combinator: 'notAll', rules: inner.all.map(toNode) };
  if ('any' in inner) return { combinator: 'none', rules: inner.any.map(toNode) };
  if ('condition' in inner) return namedRow(inner.condition, 'fails');
  return { combinator: 'none', rules: [toNode(inner)], bare: true };
}

const namedRow = (id: string, operator: NamedOperator): Row => ({ field: namedField(id), operator, value: undefined });

function toRow({ operator, value, ...reference }: Comparison): Row {
  const field = fieldOf(reference);
  if (Array.isArray(value)) return { field, operator, value: [...value] };
  return typeof value === 'object'
    ? { field, operator, value: fieldOf(value as Exclude<typeof value, readonly Scalar[]>), valueSource: 'field' }
    : { field, operator, value };
}

/**
 * The condition of a tree. Rows and groups that are not finished are left out; nothing finished is no condition.
 * At the top of a rule a comparison stands in a group.
 */
export function toCondition(query: Group, top: boolean): Condition | undefined {
  const condition = ofGroup(query);
  return top && condition && 'fact' in condition ? { all: [condition] } : condition;
}

const isGroup = (node: Group | Row): node is Group => 'rules' in node;

function ofGroup({ combinator, rules, bare }: Group): Condition | undefined {
  const inner = rules.map(ofNode).filter((each) => each !== undefined);
  const [only] = inner;
  if (only === undefined) return undefined;
  const negative = combinator === 'notAll' || combinator === 'none';
  const joined = joinedBy(combinator, inner);
  if (bare && rules.length === 1) return negative ? { not: only } : only;
  return negative ? { not: joined } : joined;
}

const ofNode = (node: Group | Row): Condition | undefined => (isGroup(node) ? ofGroup(node) : conditionOfRow(node));

const joinedBy = (combinator: string, inner: readonly Condition[]): Condition =>
  combinator === 'any' || combinator === 'none' ? { any: inner } : { all: inner };

/** The condition of one row, once it is finished. */
export function conditionOfRow(row: Row): Condition | undefined {
  const id = namedOf(row.field);
  if (id !== undefined) return row.operator === 'fails' ? { not: { condition: id } } : { condition: id };
  return comparisonOf(row);
}

/** The comparison of one row, once it is finished. */
export function comparisonOf({ field, operator, value, valueSource }: Row): Comparison | undefined {
  const reference = referenceOf(field);
  const right = valueSource === 'field' ? referenceOf(value) : constantOf(value);
  if (!reference || right === undefined || operator === '' || operator === unchosen) return undefined;
  return { ...reference, operator: operator as OperatorId, value: right };
}

function constantOf(value: unknown): Scalar | readonly Scalar[] | undefined {
  if (Array.isArray(value)) return [...value];
  return value === undefined || value === null ? undefined : (value as Scalar);
}

/** How many rows and groups of a tree are not finished. */
export function unfinishedIn({ rules }: Group): number {
  if (rules.length === 0) return 1;
  return rules.reduce((count, node) => count + (isGroup(node) ? unfinishedIn(node) : conditionOfRow(node) ? 0 : 1), 0);
}
