/** Owns the parts of a standard as they are written, in the order in which they are shown. */
import { type DocumentInput, pointerTo } from '@yimen/config';
import type { LineDeclaration } from '@yimen/engine/editing';
import { documentsOf, listed, manifestOf } from '../draft/documents';
import type { Documents } from '../draft/draft-state';
import type { Place } from '../draft/place';

type CategoryDeclaration = Partial<DocumentInput<'category'>>;
type IndicatorDeclaration = Partial<DocumentInput<'category'>['indicators'][number]>;

export type PartKind = 'category' | 'indicator' | 'line';

/** What a category, an indicator or a line is: where it stands, how it is called, what it is worth. */
interface Part<Value> extends Place {
  readonly kind: PartKind;
  /** `line:equipment`, as a roll-over knows it. */
  readonly key: string;
  readonly id: string;
  readonly value: Value;
  readonly points: number;
}

export type LinePart = Part<LineDeclaration>;
export interface IndicatorPart extends Part<IndicatorDeclaration> {
  readonly index: number;
  readonly lines: readonly LinePart[];
}
export interface CategoryPart extends Part<CategoryDeclaration> {
  readonly indicators: readonly IndicatorPart[];
}
export type AnyPart = CategoryPart | IndicatorPart | LinePart;

/** The categories in the order of the manifest, those it does not name last. */
export function partsOf(documents: Documents, edition: string): CategoryPart[] {
  const order = listed(manifestOf(edition, documents).value.categories);
  const rank = ({ id }: CategoryPart): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return documentsOf(documents, 'category')
    .filter(({ document }) => document.startsWith(`rules/${edition}/`))
    .map(({ document, value }) => categoryPart(document, value))
    .sort((one, other) => rank(one) - rank(other));
}

function categoryPart(document: string, value: CategoryDeclaration): CategoryPart {
  const indicators = listed(value.indicators).map((each, index) => indicatorPart(document, index, each));
  return { ...partOf('category', document, '', value), indicators };
}

function indicatorPart(document: string, index: number, value: IndicatorDeclaration): IndicatorPart {
  const pointer = pointerTo('', 'indicators', index);
  const lines = listed(value.lines).map((line, place) =>
    partOf('line', document, pointerTo(pointer, 'lines', place), line as LineDeclaration),
  );
  return { ...partOf('indicator', document, pointer, value), index, lines };
}

const partOf = <Value extends { readonly id?: string; readonly points?: number }>(
  kind: PartKind,
  document: string,
  pointer: string,
  value: Value,
): Part<Value> => {
  const id = value.id ?? '';
  const points = typeof value.points === 'number' ? value.points : 0;
  return { kind, document, pointer, value, key: `${kind}:${id}`, id, points };
};

/** Every part, each before what stands in it. */
export const allParts = (categories: readonly CategoryPart[]): AnyPart[] =>
  categories.flatMap((category) => [
    category,
    ...category.indicators.flatMap((indicator): AnyPart[] => [indicator, ...indicator.lines]),
  ]);
