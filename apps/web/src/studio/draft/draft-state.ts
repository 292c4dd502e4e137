/** Owns the state of a draft on screen: what is stored, what was changed since, and the way back. Pure. */
import type { Draft } from '@yimen/contracts';

/** Parsed JSON by path, as the server keeps it. */
export type Documents = Readonly<Record<string, unknown>>;

/** What people change. */
export interface Content {
  readonly documents: Documents;
  readonly confirmed: readonly string[];
}

export interface DraftState extends Content {
  /** What the server has, and as which version. */
  readonly stored: Content & { readonly version: number };
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** A content to go back to, and when and by what kind of edit it was left. */
interface Step extends Content {
  readonly label: string;
  readonly at: number;
}

export type Edit = (content: Content) => Content;

export type DraftAction =
  | { readonly type: 'edit'; readonly edit: Edit; readonly label: string; readonly at: number }
  | { readonly type: 'undo' | 'redo' }
  /** The server took a content. */
  | { readonly type: 'stored'; readonly content: Content; readonly version: number }
  /** Somebody else's version was put beneath what was changed here. */
  | { readonly type: 'rebased'; readonly stored: Content & { readonly version: number }; readonly content: Content };

/** Steps kept; documents share what did not change. */
const MOST_STEPS = 100;

/** Edits of one kind that follow each other so quickly are one step: typing a word is. */
const ONE_STEP_MS = 1500;

export const begin = ({ documents, confirmed, version }: Draft): DraftState => ({
  documents,
  confirmed,
  stored: { documents, confirmed, version },
  past: [],
  future: [],
});

export function reduce(state: DraftState, action: DraftAction): DraftState {
  switch (action.type) {
    case 'edit':
      return edited(state, action);
    case 'undo':
      return moved(state, 'past', 'future');
    case 'redo':
      return moved(state, 'future', 'past');
    case 'stored':
      return { ...state, stored: { ...action.content, version: action.version } };
    case 'rebased':
      // Steps before it would undo what somebody else did.
      return { ...action.content, stored: action.stored, past: [], future: [] };
  }
}

function edited(state: DraftState, { edit, label, at }: Extract<DraftAction, { type: 'edit' }>): DraftState {
  const next = edit(contentOf(state));
  if (next.documents === state.documents && next.confirmed === state.confirmed) return state;
  const last = state.past.at(-1);
  const goesOn = last !== undefined && last.label === label && at - last.at < ONE_STEP_MS && state.future.length === 0;
  const step = goesOn ? { ...last, at } : { ...contentOf(state), label, at };
  const past = [...(goesOn ? state.past.slice(0, -1) : state.past), step].slice(-MOST_STEPS);
  return { ...state, ...next, past, future: [] };
}

function moved(state: DraftState, from: 'past' | 'future', to: 'past' | 'future'): DraftState {
  const step = state[from].at(-1);
  if (!step) return state;
  const here = { ...contentOf(state), label: '', at: 0 };
  return {
    ...state,
    documents: step.documents,
    confirmed: step.confirmed,
    [from]: state[from].slice(0, -1),
    [to]: [...state[to], here],
  };
}

export const contentOf = ({ documents, confirmed }: Content): Content => ({ documents, confirmed });

export const isUnsaved = ({ documents, confirmed, stored }: Pick<DraftState, 'stored' | keyof Content>): boolean =>
  documents !== stored.documents || confirmed !== stored.confirmed;

/** The documents that differ from what is stored, null for those that are gone. */
export function changedDocuments(from: Documents, to: Documents): Record<string, unknown> {
  const paths = new Set([...Object.keys(from), ...Object.keys(to)]);
  return Object.fromEntries(
    [...paths].filter((path) => from[path] !== to[path]).map((path) => [path, to[path] ?? null] as const),
  );
}
