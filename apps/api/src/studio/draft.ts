/** Owns what a draft is on the server, and what of it is told. */
import type { Draft, DraftSummary, NewerVersion, Person } from '@yimen/contracts';
import type { StoredAccount } from '../identity/account.js';

/** A person of a draft; the id tells namesakes apart and never leaves the server. */
export interface Editor extends Person {
  readonly id: string;
}

/** An edition's documents as parsed JSON by path. */
export type Documents = Draft['documents'];

/** A draft without its documents, as it is stored. */
export interface StoredDraft extends Omit<DraftSummary, 'createdBy' | 'updatedBy' | 'editors' | 'newer'> {
  /** Whose edition it is: the area that the authority of its id names; null where there is no such area. */
  readonly area: string | null;
  readonly confirmed: readonly string[];
  readonly createdBy: Editor;
  readonly updatedBy: Editor;
  readonly editors: readonly Editor[];
}

/** A draft with everything in it. */
export interface WholeDraft extends StoredDraft {
  readonly documents: Documents;
  readonly base: Documents | null;
}

export const editorOf = ({ id, name, title }: StoredAccount): Editor => ({ id, name, title });

export const personOf = ({ name, title }: Person): Person => ({ name, title });

/** The editors with one more, who may be among them. */
export const withEditor = (editors: readonly Editor[], editor: Editor): Editor[] =>
  editors.some(({ id }) => id === editor.id) ? [...editors] : [...editors, editor];

/** A draft without its documents, as it is told, with the version that overtook it. */
export function toSummary(draft: StoredDraft, newer: NewerVersion | null): DraftSummary {
  const { id, edition, title, kind, state, origin, version, createdAt, updatedAt } = draft;
  const { submittedAt, returned, published, createdBy, updatedBy, editors } = draft;
  return {
    id,
    edition,
    title,
    kind,
    state,
    origin,
    version,
    createdAt,
    createdBy: personOf(createdBy),
    updatedAt,
    updatedBy: personOf(updatedBy),
    editors: editors.map(personOf),
    submittedAt,
    returned,
    published,
    newer,
  };
}

export const toDraft = (draft: WholeDraft, newer: NewerVersion | null): Draft => ({
  ...toSummary(draft, newer),
  documents: draft.documents,
  base: draft.base,
  confirmed: [...draft.confirmed],
});
