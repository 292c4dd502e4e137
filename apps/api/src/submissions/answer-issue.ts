/** Owns what is said of an answer that is right by itself and not by what is stored. */
import type { Issue } from '@yimen/config';

/** An error at the place of an answer. */
export const answerIssue = (code: string, pointer: string, zh: string, en: string): Issue => ({
  code,
  severity: 'error',
  document: 'input',
  pointer,
  message: { zh, en },
});
