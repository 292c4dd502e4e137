/** Owns what every check is given and how it reports. */
import type { Edition, Issue, Severity } from '@yimen/config';
import type { Evaluator } from '../outcome.js';
import type { Program } from '../program/program.js';

/** A typed edition: all that a quick check reads. */
export interface Readable {
  readonly edition: Edition;
  readonly program: Program;
}

/** A compiled edition under check. */
export interface Subject extends Readable {
  readonly evaluator: Evaluator;
  /** Points of the search space that a proof may try. */
  readonly budget: number;
  /** Asked now and then: whether a proof is to end where it is. */
  readonly stop: () => boolean;
}

/** A check that only reads: everything it finds, at once. */
export type QuickCheck = (subject: Readable) => Issue[];

/** A piece of a check that runs or searches; between pieces progress is told. */
export type Part = () => Issue[];

/** A check that runs or searches, in pieces. */
export type Proof = (subject: Subject) => readonly Part[];

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
export const manifestOf = ({ edition }: Readable, pointer: string): { document: string; pointer: string } => ({
  document: `rules/${edition.id}/edition.json`,
  pointer,
});
