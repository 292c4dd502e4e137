/** Owns what every part of the editor knows of the draft and may do with it. */
import type { Edition, Issue } from '@yimen/config';
import type { Draft, DraftProof } from '@yimen/contracts';
import type { Program } from '@yimen/engine';
import { createContext, useContext, useMemo } from 'react';
import type { Content, Documents } from './draft-state';
import { isWithin, type Place } from './place';

/** How the last edits stand with the server. */
export type Saving = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

export interface DraftEditor extends Content {
  /** What the server said of the draft; documents and version are those below. */
  readonly draft: Draft;
  /** The version that the server has. */
  readonly version: number;
  /** What the draft began with, under its own id; null for an imported one. */
  readonly base: Documents | null;
  /** The edition as it was when it could last be read, with its typed program. */
  readonly edition: Edition | undefined;
  readonly program: Program | undefined;
  /** Whether edition and program are those of the documents on screen. */
  readonly readable: boolean;
  /** Everything that is known to be wrong, most severe first. */
  readonly issues: readonly Issue[];
  /** The server's last proof, of an earlier version perhaps. */
  readonly proof: DraftProof | undefined;
  readonly proving: boolean;
  /** Why the last proof came to nothing, and how to ask for it again: until then nothing counts as proven. */
  readonly unproven: { readonly error: Error; readonly again: () => void } | undefined;
  /** Whether this account may change it now. */
  readonly editable: boolean;
  readonly saving: Saving;
  readonly savedAt: Date | undefined;
  /** Changes the documents; edits of one label that follow each other quickly are undone together. */
  readonly edit: (change: (documents: Documents) => Documents, label?: string) => void;
  readonly confirm: (keys: readonly string[], confirmed: boolean) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** Stores what is not stored yet and waits for it; whether everything is stored. */
  readonly flush: () => Promise<boolean>;
  /** Loads what the server has, after the draft as a whole was acted on. */
  readonly reload: () => void;
}

export const DraftContext = createContext<DraftEditor | undefined>(undefined);

export function useDraft(): DraftEditor {
  const editor = useContext(DraftContext);
  if (!editor) throw new Error('no draft on this page');
  return editor;
}

/** The issues at a place and inside it. */
export function useIssuesAt({ document, pointer }: Place): readonly Issue[] {
  const { issues } = useDraft();
  return useMemo(() => issues.filter((issue) => isWithin(issue, { document, pointer })), [issues, document, pointer]);
}
