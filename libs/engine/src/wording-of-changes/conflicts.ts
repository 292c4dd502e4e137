/** Owns the words in which two editors read what both of them changed. */
import {
  applyChanges,
  type Conflict,
  type Documents,
  diffDocuments,
  type LocalizedText,
  type Side,
} from '@yimen/config';
import type { AreaNames } from '../wording/dictionary.js';
import { subjectOf } from './describe.js';
import { groupOf } from './group.js';
import { nameOf } from './name.js';
import { placeOf } from './place.js';
import { movedTo, removed } from './tell.js';
import { calledById, joined, pause, phrases, same } from './text.js';
import { toldInside, toldOf } from './told.js';
import { foundAt, typedDictionary, type View, viewOf } from './view.js';

type Home = Pick<Conflict, 'document' | 'path'>;

export interface WordedConflict {
  /** The conflict's own key. */
  readonly key: string;
  readonly conflict: Conflict;
  readonly subject: LocalizedText;
  /** What each side made of it. */
  readonly mine: LocalizedText;
  readonly theirs: LocalizedText;
  readonly group: LocalizedText;
}

/** The words of conflicts between two sides, as the merge compared them. Never throws. */
export function describeConflicts(
  conflicts: readonly Conflict[],
  sides: Readonly<Record<Side, Documents>>,
  areas?: AreaNames,
): WordedConflict[] {
  const theirs = viewOf(sides.theirs, () => typedDictionary(sides.mine), areas);
  const mine = viewOf(sides.mine, theirs.dictionary, areas);
  return conflicts.map((conflict) => {
    const there = conflict.theirs === undefined ? mine : theirs;
    const { heading: group } = groupOf(there, conflict.document);
    const { crumbs, field } = placeOf(there, conflict.document, conflict.path);
    const subject = subjectOf(crumbs.length > 0 || !field ? crumbs : [field.label], group);
    const side = (which: Side, view: View): LocalizedText => sideWords(conflict, which, view);
    return { key: conflict.key, conflict, subject, mine: side('mine', mine), theirs: side('theirs', theirs), group };
  });
}

function sideWords(conflict: Conflict, which: Side, view: View): LocalizedText {
  const { about, document, path, base, movedBy, [which]: value } = conflict;
  if (about === 'order') return orderWords(conflict, value, view);
  if (about === 'place') return homeWords(value as Home, view);
  if (value === undefined) return removed;
  const moved = movedBy === which ? [homeWords(conflict, view)] : [];
  if (base !== undefined && path.length > 0)
    return phrases([...moved, ...toldInside(document, path, base, { after: view })]);
  const now = { [document]: view.documents[document] };
  const old = applyChanges(now, [{ kind: 'removed', document, pointer: '', path }]);
  const before = viewOf({ ...view.documents, ...old }, undefined, view.names.areas);
  return phrases(toldOf(diffDocuments(old, now), { before, after: view }).map(({ what }) => what));
}

/** Where a side has a thing: what holds it, by its name. */
function homeWords({ document, path }: Home, view: View): LocalizedText {
  const { crumbs } = placeOf(view, document, path.slice(0, -2));
  return movedTo(crumbs.at(-1) ?? groupOf(view, document).heading);
}

/** The order in which a side has things, by their names. */
function orderWords({ document, path }: Conflict, value: unknown, view: View): LocalizedText {
  const { keys } = placeOf(view, document, path);
  const names = (Array.isArray(value) ? value.map(String) : []).map(
    (id) => nameOf(view, keys.at(-1) ?? '', id, foundAt(view, document, [...path, { id }])) ?? calledById(id),
  );
  return joined([{ zh: '次序：', en: 'order: ' }, joined(names, pause)], same(''));
}
