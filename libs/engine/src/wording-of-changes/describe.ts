/** Owns the words in which reviewers and administrators read what changed. */
import type { Change, Documents, LocalizedText } from '@yimen/config';
import type { AreaNames } from '../wording/dictionary.js';
import { groupOf } from './group.js';
import type { States } from './tell.js';
import { joined } from './text.js';
import { type Told, toldOf } from './told.js';
import { typedDictionary, viewOf } from './view.js';

export interface WordedChange {
  /** Unlike that of any other of the same comparison. */
  readonly key: string;
  /** The change that it is about; of the parts of what was added, one inside it. */
  readonly change: Change;
  /** Every change that these words tell, that one among them. */
  readonly changes: readonly Change[];
  /** The way to it by titles: `硬件条件 › 设施配备 › 电脑`. */
  readonly subject: LocalizedText;
  /** What happened: `必需 → 可选`, `分值 5 → 8`, `新增`. */
  readonly what: LocalizedText;
  /** The heading it stands under: a category's title, or the kind of document. */
  readonly group: LocalizedText;
}

/**
 * The words of changes from one state of documents to another, by titles and never by ids where there is a title,
 * under headings in the order of the edition. Never throws, whatever shape the documents have.
 */
export function describeChanges(
  changes: readonly Change[],
  { before, after }: { readonly before: Documents; readonly after: Documents },
  areas?: AreaNames,
): WordedChange[] {
  const old = viewOf(before, () => typedDictionary(after), areas);
  const states = { before: old, after: viewOf(after, old.dictionary, areas) };
  return toldOf(changes, states)
    .map((told) => worded(told, states))
    .sort((one, other) => one.rank - other.rank)
    .map(({ rank: _, ...words }) => words);
}

function worded({ key, change, changes, crumbs, what }: Told, { before, after }: States) {
  const { heading: group, rank } = groupOf(change.kind === 'removed' ? before : after, change.document);
  return { key, change, changes, subject: subjectOf(crumbs, group), what, group, rank };
}

/** The titles on the way as one text; the heading where there are none. */
export const subjectOf = (crumbs: readonly LocalizedText[], heading: LocalizedText): LocalizedText =>
  crumbs.length > 0 ? joined(crumbs, { zh: ' › ', en: ' › ' }) : heading;
