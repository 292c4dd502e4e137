/** Owns how often a named condition is used in the documents of a draft. */
import { isObject } from '@yimen/config';
import type { Documents } from '../draft/draft-state';

export function citing(documents: Documents, condition: string): number {
  let count = 0;
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isObject(value)) return;
    if (value.condition === condition) count += 1;
    for (const inner of Object.values(value)) visit(inner);
  };
  for (const [path, document] of Object.entries(documents)) if (path.startsWith('rules/')) visit(document);
  return count;
}
