/** Owns putting what was changed here on top of what the server has by now. Pure. */
import { type Conflict, confirmedStill, type Merged, mergeDocuments, type Side } from '@yimen/config';
import type { Draft } from '@yimen/contracts';
import { type Content, contentOf, type DraftAction, type DraftState, isUnsaved } from './draft-state';

export interface Joined {
  /** What puts it on screen. */
  readonly action: Extract<DraftAction, { type: 'rebased' }>;
  /** Where both changed the same place. */
  readonly conflicts: readonly Conflict[];
  /** Both as they were compared. */
  readonly sides: Merged['sides'];
}

/** My edits on top of somebody else's version; theirs as it is where I have none. */
export function onTopOf(
  theirs: Pick<Draft, 'documents' | 'confirmed' | 'version'>,
  mine: Pick<DraftState, 'documents' | 'confirmed' | 'stored'>,
  choices: Readonly<Record<string, Side>> = {},
): Joined {
  const stored = { ...contentOf(theirs), version: theirs.version };
  const action = { type: 'rebased', stored } as const;
  if (!isUnsaved(mine)) {
    const sides = { mine: theirs.documents, theirs: theirs.documents };
    return { action: { ...action, content: contentOf(theirs) }, conflicts: [], sides };
  }
  const merged = mergeDocuments(mine.stored.documents, mine.documents, theirs.documents, choices);
  const { documents, conflicts, sides } = merged;
  const confirmed = joinedKeys(theirs.confirmed, mine, documents);
  return { action: { ...action, content: { documents, confirmed } }, conflicts, sides };
}

/** What they have confirmed, with what I confirmed since and still reads the same, without what I took back. */
function joinedKeys(
  theirs: readonly string[],
  { stored, ...mine }: Content & { readonly stored: Content },
  documents: Content['documents'],
): string[] {
  const [was, now] = [new Set(stored.confirmed), new Set(mine.confirmed)];
  const added = mine.confirmed.filter((key) => !was.has(key));
  const kept = theirs.filter((key) => now.has(key) || !was.has(key));
  return [...new Set([...kept, ...confirmedStill(added, mine.documents, documents)])];
}
