/** Owns trying edits that may be refused, and keeping the refusal on screen. */
import { useCallback, useState } from 'react';
import { newKey } from '../../form/new-key';
import { useDraft } from './draft-context';
import type { Documents } from './draft-state';
import type { QuestionEdit, Refusal } from './question-edit-result';

export type Attempt = (make: (documents: Documents) => QuestionEdit, label?: string) => QuestionEdit;

export interface Attempts {
  /** Makes an edit, or keeps why it was refused. */
  readonly attempt: Attempt;
  readonly refusal: Refusal | undefined;
  readonly forget: () => void;
}

export function useAttempt(): Attempts {
  const { documents, edit } = useDraft();
  const [refusal, setRefusal] = useState<Refusal>();
  // Without a label every edit is a step of its own to go back.
  const attempt: Attempt = (make, label = newKey()) => {
    const made = make(documents);
    setRefusal(made.ok ? undefined : made);
    if (made.ok)
      edit((all) => {
        const now = make(all);
        return now.ok ? now.documents : all;
      }, label);
    return made;
  };
  return { attempt, refusal, forget: useCallback(() => setRefusal(undefined), []) };
}
