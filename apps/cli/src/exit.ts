/** Owns the exit codes and the error that carries wrong usage to the top. */
import type { LocalizedText } from '@yimen/config';

export const exitCode = { ok: 0, invalid: 1, usage: 2 } as const;

/** The call cannot be carried out as it was made; exit code 2. */
export class UsageError extends Error {
  constructor(readonly text: LocalizedText) {
    super(text.en);
  }
}
