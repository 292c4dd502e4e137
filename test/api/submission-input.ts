/** Owns finding facts that can be submitted among the cases of the shipped editions. */
import type { Edition } from '@yimen/config';
import { shippedEditions } from '../support/shipped.js';

const editionOf = (kind: Edition['kind']): Edition => {
  const found = shippedEditions().find((edition) => edition.kind === kind);
  if (!found) throw new Error(`no ${kind} is shipped`);
  return found;
};

export const desk = editionOf('desk');
export const standard = editionOf('standard');

/** A request for each case of an edition. */
export const requestsOf = ({ id, cases }: Edition) => cases.map(({ facts }) => ({ edition: id, facts }));

/** A request that is complete: the first case that sets a limit. */
export function deskRequest() {
  const found = desk.cases.find(
    ({ expect }) => typeof expect.dueInWorkingDays === 'number' && expect.dueInWorkingDays > 0,
  );
  if (!found) throw new Error('no case with a limit');
  return { edition: desk.id, facts: found.facts, acceptedOn: '2014-09-26' };
}

/** Facts without those that are personal data, which no answer repeats. */
export const openFacts = ({ facts: dictionary }: Edition, facts: object) =>
  Object.fromEntries(
    Object.entries(facts).map(([form, answers]) => [
      form,
      Object.fromEntries(Object.entries(answers as object).filter(([id]) => !dictionary.get(id)?.personal)),
    ]),
  );
