/** Owns which records somebody may read or do something with: areas for each kind of record, as a condition on rows. */
import type { Edition } from '@yimen/config';
import { type Condition, type Scope, within } from './scope.js';

/** What a record is of: a matter taken at a desk, or a sheet filled by a standard. */
export type RecordKind = Edition['kind'];

export const recordKinds = ['desk', 'standard'] as const satisfies readonly RecordKind[];

export type RecordScope = Readonly<Record<RecordKind, Scope>>;

/** That a row with a `kind` and an `area` is in scope. */
export function withinKinds(alias: string, scope: RecordScope, name = 'path'): Condition {
  const conditions = recordKinds.map((kind) => {
    const { text, values } = within(alias, scope[kind], `${name}_${kind}_`);
    return { text: `(${alias}.kind = '${kind}' AND ${text})`, values };
  });
  return {
    text: `(${conditions.map(({ text }) => text).join(' OR ')})`,
    values: Object.assign({}, ...conditions.map(({ values }) => values)),
  };
}
