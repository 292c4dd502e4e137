/** Owns the check that rules and clauses of the source meet: every clause cited or said to need no rule. */
import type { Issue } from '@yimen/config';
import { rulesOf } from '../program/program.js';
import { finding, type QuickCheck } from './subject.js';

interface Citation {
  readonly clause: string;
  readonly document: string;
  readonly pointer: string;
}

export const checkClauses: QuickCheck = ({ edition, program }) => {
  const known = new Set(edition.outline.map((clause) => clause.id));
  const levels = (edition.standard?.categories ?? []).flatMap((category) => [
    category,
    ...category.indicators,
    ...category.indicators.flatMap((indicator) => indicator.lines),
  ]);
  const rules = rulesOf(program).map(
    ({ rule, document, pointer }): Citation => ({ clause: rule.clause, document, pointer }),
  );
  const derived = [...edition.derived.values()].flatMap((fact) =>
    fact.clause === undefined ? [] : [{ clause: fact.clause, document: fact.document, pointer: fact.pointer }],
  );
  const citations: readonly Citation[] = [...levels, ...rules, ...derived];
  const cited = new Set(citations.map((citation) => citation.clause));
  const unknown = citations
    .filter((citation) => !known.has(citation.clause))
    .map(
      ({ clause, document, pointer }): Issue =>
        finding(
          'error',
          'unknown-clause',
          { document, pointer: `${pointer}/clause` },
          `条款目录里没有“${clause}”`,
          `The outline has no clause "${clause}"`,
        ),
    );
  const uncovered = edition.outline
    .filter((clause) => !cited.has(clause.id) && !clause.none)
    .map(
      (clause): Issue =>
        finding(
          'error',
          'clause-without-rule',
          clause,
          `条款“${clause.id}”没有规则，请补规则或写明不需要的原因`,
          `The clause "${clause.id}" has no rule: add one or say why none is needed`,
        ),
    );
  return [...unknown, ...uncovered];
};
