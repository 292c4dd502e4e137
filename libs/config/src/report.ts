/** Owns how the parsers of this package write issues down. */
import type { Issue } from './issue.js';

/** Takes one error at a place of the document it was opened for. */
export type Report = (code: string, pointer: string, zh: string, en: string) => void;

/** An error at a place. */
export const errorAt = (code: string, document: string, pointer: string, zh: string, en: string): Issue => ({
  code,
  severity: 'error',
  document,
  pointer,
  message: { zh, en },
});

/** More than these help nobody and let a hostile document flood its reader. */
export const mostIssues = 100;

/** A report on one document that adds to `issues`, up to a number that a person can use. */
export const reportOn =
  (document: string, issues: Issue[]): Report =>
  (code, pointer, zh, en) => {
    if (issues.length < mostIssues) issues.push(errorAt(code, document, pointer, zh, en));
  };
