/** Owns the categories, indicators and lines of an edition's documents, each with where it stands. */
import { documentSchemas, kindOfContent, kindOfPath } from '@yimen/config';
import type { AnnexLevel } from './annex-columns.js';
import type { AnnexItem } from './annex-field.js';
import type { Documents } from './documents.js';
import type { Told } from './located.js';

/** Something of a standard, as its document has it. */
export interface PlacedItem {
  readonly item: AnnexItem;
  readonly document: string;
  /** The keys that lead to it inside its document. */
  readonly path: readonly (string | number)[];
}

/** A line with what it belongs to. */
export interface PlacedLine {
  readonly id: string;
  readonly placed: Readonly<Record<AnnexLevel, PlacedItem>>;
}

interface RawIndicator extends AnnexItem {
  readonly lines: readonly AnnexItem[];
}

interface RawCategory extends AnnexItem {
  readonly indicators: readonly RawIndicator[];
}

/** Every line by id. Documents that do not have their shape are told about. */
export function linesIn(documents: Documents, told: Told): ReadonlyMap<string, PlacedLine> {
  const lines = Object.entries(documents).flatMap(([path, value]) => {
    if (kindOfPath(path) !== undefined || kindOfContent(value) !== 'category') return [];
    if (documentSchemas.category.safeParse(value).success) return linesOf(path, value as RawCategory);
    told.error(
      'faulty-document',
      `“${path}”中有错误，请先在编辑器中改正`,
      `"${path}" has errors: correct them in the Studio first`,
    );
    return [];
  });
  return new Map(lines.map((line) => [line.id, line]));
}

function linesOf(document: string, category: RawCategory): PlacedLine[] {
  return category.indicators.flatMap((indicator, above) => {
    const path = ['indicators', above];
    return indicator.lines.map((line, index) => ({
      id: line.id,
      placed: {
        category: { item: category, document, path: [] },
        indicator: { item: indicator, document, path },
        line: { item: line, document, path: [...path, 'lines', index] },
      },
    }));
  });
}
