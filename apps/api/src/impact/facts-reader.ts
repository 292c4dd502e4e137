/** Owns reading stored answers for another version than their own, without anything that is personal. */
import { type Edition, type Facts, factCarrier } from '@yimen/config';
import { type Program, rulesOf } from '@yimen/engine';
import type { OpenedEdition } from '../editions/edition-version.js';

/** What stands for a personal answer that is only asked whether it was given. */
const GIVEN = '***';

/**
 * A reader, for one version, of answers stored under another one; undefined where they cannot be read. Personal answers
 * lie sealed elsewhere: one that no rule reads counts as given where it was asked for then, any other as missing.
 */
export function factsReader(
  { edition, program }: OpenedEdition,
  pinned: Edition,
): (document: unknown) => Facts | undefined {
  const carry = factCarrier(edition);
  const given = takenAsGiven(program, pinned);
  if (Object.keys(given).length === 0) return carry;
  return (document) => {
    const facts = carry(document);
    return facts && { ...facts, ...given };
  };
}

function takenAsGiven(program: Program, pinned: Edition): Facts {
  const read = factsRead(program);
  const personal = [...program.edition.facts.values()].filter(
    (fact) => fact.personal && pinned.facts.get(fact.id)?.personal === true && !read.has(fact.id),
  );
  return Object.fromEntries(personal.map(({ id, type }) => [id, type.kind === 'rows' ? [] : GIVEN]));
}

/** The questions whose answers matter to a rule or a formula, or to whether a line applies or a question is asked. */
function factsRead(program: Program): ReadonlySet<string> {
  const desk = program.desk?.desk;
  return new Set([
    ...rulesOf(program).flatMap(({ needs }) => [...needs]),
    ...program.derived.flatMap(({ needs }) => [...needs]),
    ...program.lines.flatMap(({ appliesNeeds }) => [...appliesNeeds]),
    ...program.base.flatMap(({ askedBy }) => [...askedBy]),
    ...(desk ? [desk.department, desk.handedIn] : []),
  ]);
}
