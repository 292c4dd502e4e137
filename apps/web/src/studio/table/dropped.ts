/** Owns what dropping one part of the table on another, or stepping it up and down, means for the documents. Pure. */
import type { Documents } from '../draft/draft-state';
import { moveCategory, moveIndicator, moveLine } from './edits';
import type { AnyPart, CategoryPart, IndicatorPart, LinePart } from './parts';
import { partsOf } from './parts';
import type { Dragging, Hover } from './use-drag-place';

/** The documents after something was dropped; as they are where it makes no sense there. */
export function dropped(
  documents: Documents,
  edition: string,
  dragged: Dragging,
  onto: { readonly key: string },
  hover: Hover,
): Documents {
  const categories = partsOf(documents, edition);
  const places = placesIn(categories);
  const [from, to] = [places.get(dragged.key), places.get(onto.key)];
  if (!from || !to) return documents;
  if (hover === 'inside') return into(documents, from, to);
  if (from.siblings === to.siblings) {
    const gap = to.index + (hover === 'behind' ? 1 : 0);
    return moved(documents, edition, from, to, gap > from.index ? gap - 1 : gap);
  }
  return moved(documents, edition, from, to, to.index + (hover === 'behind' ? 1 : 0));
}

/** The documents with a part one place up or down among its own; as they are at the end. */
export function stepped(documents: Documents, edition: string, key: string, by: -1 | 1): Documents {
  const from = placesIn(partsOf(documents, edition)).get(key);
  const index = (from?.index ?? 0) + by;
  if (!from || index < 0 || index >= from.siblings.length) return documents;
  return moved(documents, edition, from, from, index);
}

/** Where a part stands: among whom, in what. */
interface Placed {
  readonly part: AnyPart;
  readonly siblings: readonly AnyPart[];
  readonly index: number;
  readonly holder: CategoryPart | IndicatorPart | undefined;
}

function placesIn(categories: readonly CategoryPart[]): ReadonlyMap<string, Placed> {
  const places = new Map<string, Placed>();
  const put = (siblings: readonly AnyPart[], holder: Placed['holder']) => {
    for (const [index, part] of siblings.entries()) places.set(part.key, { part, siblings, index, holder });
  };
  put(categories, undefined);
  for (const category of categories) {
    put(category.indicators, category);
    for (const indicator of category.indicators) put(indicator.lines, indicator);
  }
  return places;
}

function moved(documents: Documents, edition: string, from: Placed, to: Placed, index: number): Documents {
  const { part } = from;
  const { holder } = to;
  if (part.kind === 'category') return moveCategory(documents, edition, part as CategoryPart, index);
  if (part.kind === 'indicator' && holder?.kind === 'category')
    return moveIndicator(documents, part as IndicatorPart, holder as CategoryPart, index);
  if (part.kind === 'line' && holder?.kind === 'indicator')
    return moveLine(documents, part as LinePart, holder as IndicatorPart, index);
  return documents;
}

/** To the end of what stands in a part. */
function into(documents: Documents, from: Placed, { part: to }: Placed): Documents {
  if (from.holder?.key === to.key) return documents;
  if (from.part.kind === 'line' && 'lines' in to)
    return moveLine(documents, from.part as LinePart, to, to.lines.length);
  if (from.part.kind === 'indicator' && 'indicators' in to)
    return moveIndicator(documents, from.part as IndicatorPart, to, to.indicators.length);
  return documents;
}
