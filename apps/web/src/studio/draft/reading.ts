/** Owns reading a draft's documents while they are written: the edition as far as it can be read, and what is wrong. */
import { type Edition, editionFromDocuments, type Issue } from '@yimen/config';
import type { Program } from '@yimen/engine';
import { quickCheck, typeEdition } from '@yimen/engine/editing';
import type { Documents } from './draft-state';

export interface Reading {
  /** Absent while the documents do not make an edition. */
  readonly edition?: Edition;
  /** Absent while formulas or rules do not fit together. */
  readonly program?: Program;
  /** Everything that can be told without searching; the server's checks find the rest. */
  readonly issues: readonly Issue[];
}

export function readDraft(id: string, documents: Documents): Reading {
  const read = editionFromDocuments(id, documents);
  if (!read.ok) return { issues: read.issues };
  const { edition } = read;
  const typed = typeEdition(edition);
  if (!typed.ok) return { edition, issues: [...read.issues, ...typed.issues] };
  const { program } = typed;
  return { edition, program, issues: [...read.issues, ...typed.issues, ...quickCheck(edition, program)] };
}
