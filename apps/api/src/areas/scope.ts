/** Owns what a scope is: the areas somebody works for, as a condition on rows that hold an area. */
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Reaches of areas; whatever belongs to one of them or below is in scope. */
export type Scope = readonly string[];

/** Whether a path is one of the scope's, or below it. */
export const holds = (scope: Scope, path: string): boolean => scope.some((above) => path.startsWith(above));

/** Whether a scope holds a whole tree: what belongs to no area belongs to whoever has one. */
export const isWhole = (scope: Scope): boolean => scope.some((path) => /^\/(?:[^/]+\/)?$/u.test(path));

/** A condition of a query, with the values that it names. */
export interface Condition {
  readonly text: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** That the `area` of a row is in scope; conditions of one query tell their values apart by their names. */
export function within(alias: string, scope: Scope, name = 'path'): Condition {
  const values = Object.fromEntries(scope.map((path, index) => [`${name}${index}`, `${path}%`]));
  const some = Object.keys(values).map((each) => `area.reach LIKE :${each}`);
  const none = isWhole(scope) ? ` OR ${alias}.area IS NULL` : '';
  if (some.length === 0) return { text: '1 = 0', values };
  return { text: `(${alias}.area IN (SELECT area.id FROM area area WHERE ${some.join(' OR ')})${none})`, values };
}

/** Limits a query to rows whose `area` is in scope. */
export function below<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  scope: Scope,
): SelectQueryBuilder<Row> {
  const { text, values } = within(query.alias, scope);
  return query.andWhere(text, values);
}
