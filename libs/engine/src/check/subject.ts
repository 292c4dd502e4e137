/** Owns what every check is given and how it reports. */
import type { Edition, Issue, Severity } from '@yimen/config';
import type { Evaluator } from '../outcome.js';
import type { Program } from '../program/program.js';

/** A compiled edition under check. */
export interface Subject {
  readonly edition: Edition;
  readonly program: Program;
  readonly evaluator: Evaluator;
  /** Points of the search space that a proof may try. */
  readonly budget: number;
}

/** One check: everything it finds. */
export type Check = (subject: Subject) => Issue[];

/** An issue at a place. */
export function finding(
  severity: Severity,
  code: string,
  at: { readonly document: string; readonly pointer: string },
  zh: string,
  en: string,
  counterexample?: unknown,
): Issue {
  return {
    code,
    severity,
    document: at.document,
    pointer: at.pointer,
    message: { zh, en },
    ...(counterexample === undefined ? {} : { counterexample }),
  };
}

/** Points are compared in hundredths. */
export const hundredthsOf = (points: number): number => Math.round(points * 100);

/** The manifest's document, for what is declared there. */
export const manifestOf = ({ edition }: Subject, pointer: string): { document: string; pointer: string } => ({
  document: `rules/${edition.id}/edition.json`,
  pointer,
});
