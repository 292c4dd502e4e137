/** Owns taking the version that overtook a draft over into it: asking the server, and choosing where both changed. */
import { useMutation } from '@tanstack/react-query';
import type { Side } from '@yimen/config';
import type { Draft, DraftConflict, NewerVersion } from '@yimen/contracts';
import { useState } from 'react';
import { ProblemError } from '../../server/client';
import { rebaseDraft } from './drafts';

/** How often it is tried where somebody stores an edit at the same moment. */
const MOST_TRIES = 3;

export interface TakingIn {
  readonly take: (choices?: Readonly<Record<string, Side>>) => void;
  readonly pending: boolean;
  readonly error: unknown;
  /** Set while somebody has to choose. */
  readonly conflicts: readonly DraftConflict[] | undefined;
  readonly leave: () => void;
  /** The version that was taken in on this page. */
  readonly taken: NewerVersion | undefined;
}

export interface TakingInOptions {
  readonly draft: Draft;
  /** Stores what is not stored yet; whether everything is. */
  readonly flush: () => Promise<boolean>;
  /** The version that the server has, as far as is known now. */
  readonly version: () => number;
  readonly adopt: (draft: Draft) => void;
  /** Adopts what somebody else stored meanwhile. */
  readonly meet: () => Promise<void>;
  readonly reload: () => void;
}

export function useTakingIn({ draft, flush, version, adopt, meet, reload }: TakingInOptions): TakingIn {
  const { id, newer } = draft;
  const [conflicts, setConflicts] = useState<readonly DraftConflict[]>();
  const [taken, setTaken] = useState<NewerVersion>();
  const taking = useMutation({
    mutationFn: async ({
      hash,
      choices,
    }: {
      readonly hash: string;
      readonly choices: Readonly<Record<string, Side>>;
    }) => {
      for (let tries = 1; ; tries += 1) {
        if (!(await flush())) throw new Error('not stored');
        try {
          return await rebaseDraft(id, version(), { hash, choices });
        } catch (error) {
          if (!isStale(error) || tries === MOST_TRIES) throw error;
          await meet();
        }
      }
    },
    onSuccess: (rebased) => {
      adopt(rebased);
      setConflicts(undefined);
      setTaken(newer ?? undefined);
    },
    onError: (error) => {
      const open = conflictsIn(error);
      setConflicts(open);
      // Where it was taken in elsewhere, or yet another version is there, the page is to say so.
      if (!open && error instanceof ProblemError && error.status === 409) reload();
    },
  });
  return {
    take: (choices = {}) => newer && taking.mutate({ hash: newer.hash, choices }),
    pending: taking.isPending,
    error: conflictsIn(taking.error) ? null : taking.error,
    conflicts,
    leave: () => setConflicts(undefined),
    taken,
  };
}

const isStale = (error: unknown): boolean => error instanceof ProblemError && error.status === 412;

function conflictsIn(error: unknown): readonly DraftConflict[] | undefined {
  return error instanceof ProblemError
    ? (error.problem as { readonly conflicts?: readonly DraftConflict[] }).conflicts
    : undefined;
}
