/** Owns the rule that an id names one thing. */
import type { Issue } from '../issue.js';
import { errorAt } from '../report.js';

export interface Named {
  readonly id: string;
  readonly document: string;
  readonly pointer: string;
}

/** The first of each id by id; an error at every later one. */
export function byId<Item extends Named>(items: Iterable<Item>, issues: Issue[]): Map<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) {
    if (found.has(item.id)) issues.push(duplicateId(item));
    else found.set(item.id, item);
  }
  return found;
}

export const duplicateId = ({ id, document, pointer }: Named): Issue =>
  errorAt(
    'duplicate-id',
    document,
    pointer,
    `标识“${id}”已被使用，请换一个`,
    `The id "${id}" is already taken: choose another`,
  );
