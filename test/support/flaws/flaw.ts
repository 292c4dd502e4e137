/** Owns how flaws of the tiny editions are written down: what is put where, and the one issue that must answer. */
import type { Severity } from '@yimen/config';

/** A value put at a pointer of a document (`-` appends, `gone` deletes; a document left out is a new one). */
export type Change = readonly [document: string, at: string, value: unknown];

export interface Flaw {
  readonly code: string;
  readonly says: string;
  /** Which tiny edition is spoilt. */
  readonly edition: 'standard' | 'desk';
  /** Documents by their names without folder and ending. */
  readonly changes: readonly Change[];
  /** A piece of a document's text that is replaced, for what no JSON value can say. */
  readonly rewritten?: { readonly document: string; readonly from: string; readonly to: string };
  readonly document: string;
  readonly pointer: string;
  readonly severity: Severity;
  readonly counterexample?: unknown;
}

/** What a flaw's issue has beside the code at the place of the first change. */
export type Told = Partial<Omit<Flaw, 'code' | 'says' | 'edition' | 'changes'>> & { readonly also?: readonly Change[] };

const flawOf =
  (edition: Flaw['edition']) =>
  (code: string, says: string, first: Change, { also = [], ...told }: Told = {}): Flaw => {
    const [document, pointer] = first;
    return { code, says, edition, changes: [first, ...also], document, pointer, severity: 'error', ...told };
  };

/** A flaw of the tiny standard, told at its first change unless said otherwise. */
export const ofStandard = flawOf('standard');

/** A flaw of the tiny desk. */
export const ofDesk = flawOf('desk');

const text = (words: string) => ({ zh: words, en: words });

/** A rule that a flaw adds. */
export const ruleNamed = (id: string, clause: string, conditions: unknown, event: unknown, more: object = {}) => ({
  id,
  clause,
  reason: text('原因'),
  conditions,
  event,
  ...more,
});

/** A derived fact that a flaw adds. */
export const factNamed = (id: string, formula: string) => ({ id, title: text(id), formula });

export const compare = (fact: string, operator: string, value: unknown, more: object = {}) => ({
  fact,
  operator,
  value,
  ...more,
});

/** Places in the tiny standard's one category. */
export const line = '/indicators/0/lines/0';
export const rule = `${line}/rules/0`;
