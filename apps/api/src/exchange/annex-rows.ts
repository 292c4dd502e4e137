/** Owns the rows of a standard's annex: one a line, and where its indicator and its category begin. */
import type { Category, Edition, Indicator, Line, Standard } from '@yimen/config';

/** An edition that an annex can be written of. */
export type StandardEdition = Edition & { readonly standard: Standard };

export const isStandard = (edition: Edition): edition is StandardEdition => edition.standard !== undefined;

export interface AnnexRow {
  readonly category: Category;
  readonly indicator: Indicator;
  readonly line: Line;
  /** How many rows the category's cell spans from here; 0 where it began above. */
  readonly categorySpan: number;
  readonly indicatorSpan: number;
}

export const annexRows = ({ categories }: Standard): AnnexRow[] => categories.flatMap(rowsOfCategory);

function rowsOfCategory(category: Category): AnnexRow[] {
  const span = category.indicators.reduce((sum, { lines }) => sum + lines.length, 0);
  return category.indicators.flatMap((indicator, above) =>
    indicator.lines.map((line, index) => ({
      category,
      indicator,
      line,
      categorySpan: above === 0 && index === 0 ? span : 0,
      indicatorSpan: index === 0 ? indicator.lines.length : 0,
    })),
  );
}

/** What points come to together, without the noise of doubles. */
export const sumOf = (points: readonly number[]): number =>
  Number(points.reduce((sum, each) => sum + each, 0).toPrecision(12));
