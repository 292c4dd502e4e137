/** Owns how issues about what comes in from outside are written down: in which file, and where in it. */
import { type Issue, pointerTo, type Severity } from '@yimen/config';

/** More than these help nobody. */
const MOST_ISSUES = 100;

/** A cell of a sheet: both counted from 1. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Takes what is wrong; `place` is left out for the whole of a file. */
export type Tell = (code: string, zh: string, en: string, place?: CellPlace) => void;

/** What was told about one file, up to a number that a person can use. */
export interface Told {
  readonly issues: readonly Issue[];
  readonly error: Tell;
  readonly warning: Tell;
}

export function tellingOf(document: string): Told {
  const issues: Issue[] = [];
  const telling =
    (severity: Severity): Tell =>
    (code, zh, en, place) => {
      if (issues.length >= MOST_ISSUES) return;
      const pointer = place ? pointerTo('', place.row - 1, place.column - 1) : '';
      const at = place && { line: place.row, column: place.column };
      issues.push({ code, severity, document, pointer, message: { zh, en }, ...at });
    };
  return { issues, error: telling('error'), warning: telling('warning') };
}

/** Whether nothing of this keeps the rest from being taken. */
export const isClean = (issues: readonly Issue[]): boolean => issues.every(({ severity }) => severity !== 'error');
