/** Owns what a scope is: the areas somebody works for, as a condition on rows that hold an area. */
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Reaches of areas; whatever belongs to one of them or below is in scope. */
export type Scope = readonly string[];

/** Whether a path is one of the scope's, or below it. */
export const holds = (scope: Scope, path: string): boolean => scope.some((above) => path.startsWith(above));

/** Whether a scope holds a whole tree, or everything. */
const hasTop = (scope: Scope): boolean => scope.some((path) => /^\/(?:[^/]+\/)?$/u.test(path));

/** Whether a scope holds every tree there is: what belongs to no area belongs to whoever has them all. */
export const isWhole = (scope: Scope, tops: readonly string[]): boolean =>
  hasTop(scope) && tops.every((top) => holds(scope, top));

/** A condition of a query, with the values that it names. */
export interface Condition {
  readonly text: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** That the `area` of a row is in scope; conditions of one query tell their values apart by their names. */
export function within(alias: string, scope: Scope, name = 'path'): Condition {
  const values = Object.fromEntries(scope.map((path, index) => [`${name}${index}`, `${path}%`]));
  if (scope.length === 0) return { text: '1 = 0', values };
  const under = (area: string): string =>
    Object.keys(values)
      .map((each) => `${area}.reach LIKE :${each}`)
      .join(' OR ');
  const foreign = `SELECT 1 FROM area top WHERE top.parent_id IS NULL AND top.closed IS NULL AND NOT (${under('top')})`;
  const none = hasTop(scope) ? ` OR (${alias}.area IS NULL AND NOT EXISTS (${foreign}))` : '';
  return { text: `(${alias}.area IN (SELECT area.id FROM area area WHERE ${under('area')})${none})`, values };
}

/** Limits a query to rows whose `area` is in scope. */
export function below<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  scope: Scope,
): SelectQueryBuilder<Row> {
  const { text, values } = within(query.alias, scope);
  return query.andWhere(text, values);
}
