/** Owns the way from changes to what is said of them. */
import { applyChanges, type Change, diffDocuments, type LocalizedText, type Step } from '@yimen/config';
import { bundled } from './bundle.js';
import { expanded } from './expand.js';
import { placeOf } from './place.js';
import { type Said, sayBundle } from './say.js';
import type { States } from './tell.js';
import { colon, joined } from './text.js';
import { viewOf } from './view.js';

export interface Told extends Said {
  /** The name of what is told: the same thing of the same documents has the same. */
  readonly key: string;
  /** Every change that is told here. */
  readonly changes: readonly Change[];
}

/** What is said of changes, each thing once. */
export function toldOf(changes: readonly Change[], states: States): Told[] {
  const { before, after } = states;
  const all = changes.flatMap((change) => expanded(change, before, after));
  return bundled(all, before, after).map((bundle) => ({
    ...sayBundle(bundle, states, (document, path, value) => toldInside(document, path, value, states)),
    key: bundle.key,
    changes: bundle.changes,
  }));
}

/** What differs inside a thing of the documents after from what it was, whatever place it had then. */
export function toldInside(
  document: string,
  path: readonly Step[],
  before: unknown,
  { after }: Pick<States, 'after'>,
): LocalizedText[] {
  const now = { [document]: after.documents[document] };
  const old = applyChanges(now, [{ kind: 'changed', document, pointer: '', path, after: before }]);
  const view = viewOf({ ...after.documents, ...old }, after.dictionary);
  const depth = placeOf(after, document, path).crumbs.length;
  return toldOf(diffDocuments(old, now), { before: view, after }).map(({ crumbs, what }) =>
    joined([...crumbs.slice(depth), what], colon),
  );
}
