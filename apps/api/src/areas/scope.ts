/** Owns what a scope is: the areas somebody works for, as a condition on rows that hold an area. */
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Paths of areas; whatever lies below one of them is in scope. */
export type Scope = readonly string[];

/** Whether a path is one of the scope's, or below it. */
export const holds = (scope: Scope, path: string): boolean => scope.some((above) => path.startsWith(above));

/** Whether a scope holds a whole tree: what belongs to no area belongs to whoever has one. */
export const isWhole = (scope: Scope): boolean => scope.some((path) => /^\/(?:[^/]+\/)?$/u.test(path));

/** Limits a query to rows whose `area` is in scope. */
export function below<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  scope: Scope,
): SelectQueryBuilder<Row> {
  const paths = scope.map((path, index) => [`path${index}`, `${path}%`] as const);
  const within = paths.map(([name]) => `area.path LIKE :${name}`).join(' OR ') || '1 = 0';
  const none = isWhole(scope) ? ` OR ${query.alias}.area IS NULL` : '';
  return query.andWhere(
    `(${query.alias}.area IN (SELECT area.id FROM area area WHERE ${within})${none})`,
    Object.fromEntries(paths),
  );
}
