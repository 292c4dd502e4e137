/** Owns the copy of unsaved edits in this browser: what a crash or an outage leaves behind. */
import { type Content, changedDocuments, type DraftState, isUnsaved } from './draft-state';

interface Copy {
  readonly version: number;
  /** The documents that were changed, as they were stored and as they were left; null for none. */
  readonly base: Readonly<Record<string, unknown>>;
  readonly mine: Readonly<Record<string, unknown>>;
  readonly confirmed: readonly string[];
  /** What was confirmed as it was stored. */
  readonly was?: readonly string[];
}

/** Of each account by itself: what one left is not stored in the name of the next. */
const keyOf = ({ draft, account }: Owned): string => `yimen.draft.${draft}.${account}`;

/** A draft, and whose edits of it these are. */
export interface Owned {
  readonly draft: string;
  readonly account: string;
}

/** Keeps what is not stored yet; nothing where everything is. A full or forbidden storage is no reason to fail. */
export function keepCopy(of: Owned, state: DraftState): void {
  try {
    if (!isUnsaved(state)) localStorage.removeItem(keyOf(of));
    else localStorage.setItem(keyOf(of), JSON.stringify(copyOf(state)));
  } catch {
    // The server's copy is a moment old at most.
  }
}

function copyOf({ documents, confirmed, stored }: DraftState): Copy {
  const mine = changedDocuments(stored.documents, documents);
  const base = Object.fromEntries(Object.keys(mine).map((path) => [path, stored.documents[path] ?? null]));
  return { version: stored.version, base, mine, confirmed, was: stored.confirmed };
}

/** What was left here, as a content and the one that it was made on; undefined where nothing was. */
export function leftCopy(of: Owned, stored: Content): { readonly base: Content; readonly mine: Content } | undefined {
  try {
    const text = localStorage.getItem(keyOf(of));
    if (text === null) return undefined;
    const copy = JSON.parse(text) as Copy;
    const over = (part: Copy['base']) =>
      Object.fromEntries(Object.entries({ ...stored.documents, ...part }).filter(([, value]) => value !== null));
    return {
      base: { documents: over(copy.base), confirmed: copy.was ?? stored.confirmed },
      mine: { documents: over(copy.mine), confirmed: copy.confirmed },
    };
  } catch {
    return undefined;
  }
}

export const forgetCopy = (of: Owned): void => localStorage.removeItem(keyOf(of));
