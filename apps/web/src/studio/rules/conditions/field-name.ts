/** Owns what a row of the condition builder is about, as one name: a fact, a part of a fact, or a named condition. */
import type { FactReference } from '@yimen/config';

/** What a row has before anything was chosen; react-querybuilder's own name for it. */
export const unchosen = '~';

/** Ids hold neither of these signs. */
const NAMED = '@';
const STEP = '.';

/** As the language writes paths; what does not look like one is not finished. */
const path = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$/u;

/** The name of a named condition. */
export const namedField = (id: string): string => NAMED + id;

/** The id of the named condition that a name stands for. */
export const namedOf = (field: string): string | undefined => (field.startsWith(NAMED) ? field.slice(1) : undefined);

/** The name of a fact or of a part of it. */
export const fieldOf = ({ fact, path: part }: FactReference): string =>
  part === undefined ? fact : `${fact}${STEP}${part}`;

/** The fact that a name begins with, and the path behind it, finished or not. */
export function partsOf(field: string): FactReference | undefined {
  if (field === '' || field === unchosen || namedOf(field) !== undefined) return undefined;
  const step = field.indexOf(STEP);
  return step < 0 ? { fact: field } : { fact: field.slice(0, step), path: field.slice(step + 1) };
}

/** The fact or part that a name stands for, once it is finished. */
export function referenceOf(field: unknown): FactReference | undefined {
  const parts = typeof field === 'string' ? partsOf(field) : undefined;
  return parts?.path === undefined || path.test(parts.path) ? parts : undefined;
}
