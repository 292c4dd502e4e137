/** Owns how a standard is built: its bands, and its categories in the order of the manifest. */
import type { EditionDocument } from '../document/edition.js';
import type { Band, Category, Indicator, Line, Standard } from '../edition.js';
import type { Issue } from '../issue.js';
import { pointerTo } from '../json/pointer.js';
import { errorAt, reportOn } from '../report.js';
import type { Documents, Placed } from './documents.js';
import { byId } from './unique.js';

/** The standard, or undefined where the manifest lacks what a standard needs. */
export function buildStandard(
  manifest: Placed<'edition'>,
  documents: Documents,
  issues: Issue[],
): Standard | undefined {
  const { points, bands, categories: order } = manifest.value;
  const report = reportOn(manifest.document, issues);
  for (const key of ['points', 'bands', 'categories'] as const) {
    if (manifest.value[key] === undefined)
      report('missing-key', pointerTo('', key), `标准缺少“${key}”`, `A standard needs "${key}"`);
  }
  if (points === undefined || bands === undefined || order === undefined) return undefined;
  byId(
    bands.map((band, index) => ({ id: band.id, document: manifest.document, pointer: pointerTo('', 'bands', index) })),
    issues,
  );
  const categories = orderCategories(manifest.document, order, documents, issues);
  checkUnique(categories, issues);
  return { points, bands: bands.map(buildBand), categories };
}

function buildBand({ id, title, from, above, upTo, below }: NonNullable<EditionDocument['bands']>[number]): Band {
  return {
    id,
    title,
    lower: { value: from ?? above ?? 0, inclusive: from !== undefined },
    upper: { value: upTo ?? below ?? 0, inclusive: upTo !== undefined },
  };
}

function orderCategories(
  manifest: string,
  order: readonly string[],
  { category }: Documents,
  issues: Issue[],
): Category[] {
  const found = byId(category.map(buildCategory), issues);
  byId(
    order.map((id, index) => ({ id, document: manifest, pointer: pointerTo('', 'categories', index) })),
    issues,
  );
  const report = reportOn(manifest, issues);
  for (const [index, id] of order.entries()) {
    if (!found.has(id))
      report(
        'missing-document',
        pointerTo('', 'categories', index),
        `缺少类别“${id}”的文件`,
        `The document of the category "${id}" is missing`,
      );
  }
  for (const { id, document } of found.values()) {
    if (order.includes(id)) continue;
    issues.push(
      errorAt(
        'unexpected-document',
        document,
        '/id',
        `类别“${id}”没有列入 edition.json`,
        `The category "${id}" is not listed in edition.json`,
      ),
    );
  }
  return order.flatMap((id) => found.get(id) ?? []);
}

function buildCategory({ document, value }: Placed<'category'>): Category {
  const { id, title, points, clause } = value;
  const indicators = value.indicators.map((indicator, index): Indicator => {
    const pointer = pointerTo('', 'indicators', index);
    const lines = indicator.lines.map(
      (line, place): Line => ({ ...line, document, pointer: pointerTo(pointer, 'lines', place) }),
    );
    return { ...indicator, lines, document, pointer };
  });
  return { id, title, points, clause, indicators, document, pointer: '' };
}

function checkUnique(categories: readonly Category[], issues: Issue[]): void {
  const indicators = categories.flatMap((category) => category.indicators);
  const lines = indicators.flatMap((indicator) => indicator.lines);
  byId(indicators, issues);
  byId(lines, issues);
  byId(
    lines.flatMap(({ rules, document, pointer }) =>
      rules.map(({ id }, index) => ({ id, document, pointer: pointerTo(pointer, 'rules', index) })),
    ),
    issues,
  );
}
