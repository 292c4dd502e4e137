/** Owns finding what a failing case was to give and what it gives, in an issue that only tells it. Pure. */
import { type Issue, valueAt } from '@yimen/config';
import type { CaseResult } from '@yimen/contracts';
import type { Documents } from '../draft/draft-state';

export type Difference = CaseResult['differences'][number];

/** A failing case's issue as a difference: what was expected is written at its place, what came is in the message. */
export function differenceIn({ document, pointer, message }: Issue, documents: Documents): Difference | undefined {
  const what = /\/expect\/(.+)$/u.exec(pointer)?.[1];
  const got = /but gives (.*)$/u.exec(message.en)?.[1];
  if (what === undefined || got === undefined) return undefined;
  try {
    // A case that says nothing of its status expects a whole outcome.
    const expected = valueAt(documents[document], pointer) ?? (what === 'status' ? 'complete' : undefined);
    return { what, expected, got: JSON.parse(got) as unknown };
  } catch {
    return undefined;
  }
}
