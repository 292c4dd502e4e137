/** Owns how often each clause is cited in the documents of a draft. */
import { isObject } from '@yimen/config';
import type { Documents } from '../draft/draft-state';

export function citationsIn(documents: Documents): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isObject(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'clause' && typeof inner === 'string') found.set(inner, (found.get(inner) ?? 0) + 1);
      else visit(inner);
    }
  };
  for (const [path, document] of Object.entries(documents)) if (path.startsWith('rules/')) visit(document);
  return found;
}
