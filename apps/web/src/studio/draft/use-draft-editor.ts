/** Owns editing one draft on screen: storing by itself, going on after a crash, meeting the edits of others. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Conflict, Merged, Side } from '@yimen/config';
import type { Draft } from '@yimen/contracts';
import { useCallback, useDeferredValue, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useAccount, useMay } from '../../identity/session';
import { ProblemError } from '../../server/client';
import type { DraftEditor, Saving } from './draft-context';
import { begin, type Content, changedDocuments, contentOf, type DraftState, isUnsaved, reduce } from './draft-state';
import { draftQuery, loadDraft, proofQuery, storeDraft } from './drafts';
import { onTopOf } from './joined';
import { forgetCopy, keepCopy, leftCopy } from './local-copy';
import { type Reading, readDraft } from './reading';
import { type TakingIn, useTakingIn } from './use-taking-in';

/** How long nothing has to be typed until it is stored. */
const PAUSE_MS = 900;
/** How soon storing is tried again after the server could not be reached. */
const AGAIN_MS = 5000;

/** What somebody else and this page both changed. */
export interface Meeting {
  readonly conflicts: readonly Conflict[];
  readonly sides: Merged['sides'];
  readonly theirs: Draft;
  readonly by: string;
}

export interface EditorHandle {
  readonly editor: DraftEditor;
  /** Set while somebody has to choose between two edits of one place. */
  readonly meeting: Meeting | undefined;
  readonly settle: (choices: Readonly<Record<string, Side>>) => void;
  readonly takingIn: TakingIn;
  /** Whether edits were found that a crash had left in this browser. */
  readonly recovered: boolean;
}

export function useDraftEditor(loaded: Draft): EditorHandle {
  const client = useQueryClient();
  const may = useMay();
  const { id } = loaded;
  const account = useAccount()?.name ?? '';
  const [first] = useState(() => started(loaded, account));
  const [state, dispatch] = useReducer(reduce, first.state);
  const [head, setHead] = useState(loaded);
  const [meeting, setMeeting] = useState<Meeting>();
  const [failed, setFailed] = useState(false);
  const [sending, setSending] = useState(false);
  const [savedAt, setSavedAt] = useState<Date>();
  const latest = useRef(state);
  latest.current = state;
  const underWay = useRef<Promise<boolean> | undefined>(undefined);

  /** Goes on from what the server has by now, or has somebody choose first. */
  const adopt = useCallback((theirs: Draft, choices: Readonly<Record<string, Side>> = {}) => {
    const { action, conflicts, sides } = onTopOf(theirs, latest.current, choices);
    const open = conflicts.filter(({ key }) => !choices[key]);
    setMeeting(open.length > 0 ? { conflicts: open, sides, theirs, by: theirs.updatedBy.title } : undefined);
    if (open.length > 0) return;
    setHead(theirs);
    dispatch(action);
  }, []);
  const meet = useCallback(async () => adopt(await loadDraft(id)), [id, adopt]);
  useEffect(() => {
    if (loaded.version > latest.current.stored.version) adopt(loaded);
    else setHead((known) => (loaded.version >= known.version ? loaded : known));
  }, [loaded, adopt]);

  const store = useCallback(async (): Promise<boolean> => {
    const sent = latest.current;
    if (!isUnsaved(sent)) return true;
    setSending(true);
    try {
      const documents = changedDocuments(sent.stored.documents, sent.documents);
      const summary = await storeDraft(id, sent.stored.version, { documents, confirmed: sent.confirmed });
      dispatch({ type: 'stored', content: contentOf(sent), version: summary.version });
      setHead((known) => ({ ...known, newer: summary.newer }));
      setFailed(false);
      setSavedAt(new Date());
      if (latest.current === sent) forgetCopy({ draft: id, account });
      return true;
    } catch (error) {
      if (error instanceof ProblemError && error.status === 412) await meet().catch(() => setFailed(true));
      else setFailed(true);
      return false;
    } finally {
      setSending(false);
    }
  }, [id, account, meet]);

  const storeOnce = useCallback((): Promise<boolean> => {
    underWay.current ??= store().finally(() => {
      underWay.current = undefined;
    });
    return underWay.current;
  }, [store]);

  const unsaved = isUnsaved(state);
  useEffect(() => {
    keepCopy({ draft: id, account }, state);
    if (!unsaved || meeting || sending) return undefined;
    const timer = setTimeout(() => void storeOnce(), failed ? AGAIN_MS : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [id, account, state, unsaved, meeting, sending, failed, storeOnce]);
  // Whoever leaves right after an edit does not leave it behind.
  useEffect(() => () => void storeOnce(), [storeOnce]);

  const flush = useCallback(async (): Promise<boolean> => {
    for (let tries = 0; tries < 3; tries += 1) {
      await storeOnce();
      await new Promise((resolve) => setTimeout(resolve));
      if (!isUnsaved(latest.current)) return true;
    }
    return false;
  }, [storeOnce]);

  const reading = useReading(head.edition, state.documents);
  const { version } = state.stored;
  const proof = useQuery({
    ...proofQuery(id, version),
    enabled: may('prove-drafts'),
    placeholderData: keepPreviousData,
  });
  const current = proof.data !== undefined && proof.data.version === version && !unsaved;
  // What was checked is newer than what is on screen: somebody else stored it meanwhile.
  const behind = proof.data !== undefined && proof.data.version > version;
  useEffect(() => {
    if (behind && !sending && !meeting) meet().catch(() => undefined);
  }, [behind, sending, meeting, meet]);
  const issues = useMemo(
    () => [...(current && proof.data ? proof.data.issues : reading.now.issues)].sort(bySeverity),
    [current, proof.data, reading.now],
  );
  const editable = head.state === 'draft' && may('edit-editions');
  const editor: DraftEditor = {
    draft: head,
    version,
    base: head.base,
    documents: state.documents,
    confirmed: state.confirmed,
    ...reading.last,
    readable: reading.readable,
    issues,
    proof: proof.data,
    proving: proof.isFetching || unsaved || behind,
    unproven: proof.error && !proof.isFetching ? { error: proof.error, again: () => void proof.refetch() } : undefined,
    editable,
    saving: savingOf({ meeting, failed, sending, unsaved }),
    savedAt,
    edit: (change, label = '') =>
      editable &&
      dispatch({
        type: 'edit',
        label,
        at: Date.now(),
        edit: (content) => ({ ...content, documents: change(content.documents) }),
      }),
    confirm: (keys, confirmed) =>
      editable && dispatch({ type: 'edit', label: 'confirm', at: 0, edit: confirming(keys, confirmed) }),
    undo: editable && state.past.length > 0 ? () => dispatch({ type: 'undo' }) : undefined,
    redo: editable && state.future.length > 0 ? () => dispatch({ type: 'redo' }) : undefined,
    flush,
    reload: () => void client.invalidateQueries({ queryKey: ['studio'] }),
  };
  const settle = (choices: Readonly<Record<string, Side>>) => meeting && adopt(meeting.theirs, choices);
  const { reload } = editor;
  const takingIn = useTakingIn({
    draft: head,
    flush,
    version: () => latest.current.stored.version,
    adopt,
    meet,
    reload,
  });
  // What is shown when the page is opened anew is loaded anew.
  useEffect(() => () => client.removeQueries({ queryKey: draftQuery(id).queryKey }), [client, id]);
  return { editor, meeting, settle, takingIn, recovered: first.recovered };
}

/** The state to begin with: what the server has, and on top of it what a crash left here. */
function started(loaded: Draft, account: string): { readonly state: DraftState; readonly recovered: boolean } {
  const state = begin(loaded);
  const own = { draft: loaded.id, account };
  const left = leftCopy(own, state.stored);
  if (!left || loaded.state !== 'draft') {
    forgetCopy(own);
    return { state, recovered: false };
  }
  const { action } = onTopOf(loaded, { ...left.mine, stored: { ...left.base, version: loaded.version } });
  return { state: { ...state, ...action.content }, recovered: true };
}

const confirming =
  (keys: readonly string[], yes: boolean) =>
  (content: Content): Content => {
    const rest = content.confirmed.filter((key) => !keys.includes(key));
    return { ...content, confirmed: yes ? [...rest, ...keys] : rest };
  };

interface Read {
  readonly last: Pick<Reading, 'edition' | 'program'> & {
    readonly edition: Reading['edition'];
    readonly program: Reading['program'];
  };
  readonly now: Reading;
  readonly readable: boolean;
}

/** The documents read while people type on; the last edition that could be read stays. */
function useReading(id: string, documents: Content['documents']): Read {
  const settled = useDeferredValue(documents);
  const now = useMemo(() => readDraft(id, settled), [id, settled]);
  const last = useRef<Pick<Reading, 'edition' | 'program'>>({});
  if (now.edition) last.current = { edition: now.edition, ...(now.program ? { program: now.program } : {}) };
  const { edition, program } = last.current;
  return { last: { edition, program }, now, readable: now.program !== undefined };
}

function savingOf(state: {
  readonly meeting: Meeting | undefined;
  readonly failed: boolean;
  readonly sending: boolean;
  readonly unsaved: boolean;
}): Saving {
  if (state.meeting) return 'conflict';
  if (state.sending) return 'saving';
  if (state.failed && state.unsaved) return 'failed';
  return state.unsaved ? 'waiting' : 'saved';
}

const rank = { error: 0, warning: 1, info: 2 } as const;
const bySeverity = (a: { readonly severity: keyof typeof rank }, b: { readonly severity: keyof typeof rank }): number =>
  rank[a.severity] - rank[b.severity];
