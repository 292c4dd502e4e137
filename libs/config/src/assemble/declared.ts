/** Owns the parts of an edition that are taken over as their documents declare them. */
import type { Clause, EditionCase, NamedCondition } from '../edition.js';
import type { DerivedFact } from '../fact.js';
import { pointerTo } from '../json/pointer.js';
import type { Documents } from './documents.js';

export const derivedFacts = ({ facts }: Documents): DerivedFact[] =>
  facts.flatMap(({ document, value }) =>
    value.facts.map(({ id, title, formula, unit, clause }, index) => ({
      origin: 'formula',
      id,
      title,
      formula,
      ...(unit !== undefined && { unit }),
      ...(clause !== undefined && { clause }),
      document,
      pointer: pointerTo('', 'facts', index),
    })),
  );

export const namedConditions = ({ conditions }: Documents): NamedCondition[] =>
  conditions.flatMap(({ document, value }) =>
    Object.entries(value.conditions).map(([id, named]) => ({
      id,
      ...named,
      document,
      pointer: pointerTo('', 'conditions', id),
    })),
  );

export const clauses = ({ outline }: Documents): Clause[] =>
  outline.flatMap(({ document, value }) =>
    value.clauses.map((clause, index) => ({ ...clause, document, pointer: pointerTo('', 'clauses', index) })),
  );

export const editionCases = (documents: Documents): EditionCase[] =>
  documents.case.map(({ document, pointer, value: { id, expect, ...facts } }) => ({
    id,
    facts,
    expect,
    document,
    pointer,
  }));
