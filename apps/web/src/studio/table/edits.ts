/** Owns the edits of a standard's table: adding, ordering, moving and worth. Pure, from documents to documents. */
import {
  type Clause,
  type Edition,
  insertedAt,
  movedAt,
  pointerTo,
  removedAt,
  replacedAt,
  valueAt,
} from '@yimen/config';
import { changeLinePoints } from '@yimen/engine/editing';
import { documentsOf, listed, manifestOf } from '../draft/documents';
import type { Documents } from '../draft/draft-state';
import { freeId } from '../draft/free-id';
import { allParts, type CategoryPart, type IndicatorPart, type LinePart, type PartKind, partsOf } from './parts';

/** What people say of a part when they add it. */
export interface NewPart {
  readonly title: { readonly zh: string; readonly en?: string };
  readonly points: number;
  readonly standard: { readonly zh: string; readonly en?: string };
  readonly clause: string;
}

const change = (documents: Documents, document: string, edit: (value: unknown) => unknown): Documents => ({
  ...documents,
  [document]: edit(documents[document]),
});

/** Gives a part other points; what a line takes or gives as a whole follows, as far as the edition can be read. */
export function withPoints(
  documents: Documents,
  edition: Edition | undefined,
  part: { readonly kind: PartKind; readonly id: string; readonly document: string; readonly pointer: string },
  points: number,
  /** What the part was before somebody began to type: on the way to 10 it is worth 1 for a moment. */
  before?: unknown,
): Documents {
  if (part.kind === 'line' && edition) {
    const from =
      before === undefined
        ? documents
        : change(documents, part.document, (value) => replacedAt(value, part.pointer, before));
    const edited = changeLinePoints(from, edition, part.id, points);
    if (edited.ok) return edited.documents;
  }
  return change(documents, part.document, (value) => replacedAt(value, `${part.pointer}/points`, points));
}

const lineOf = (id: string, { title, points, standard, clause }: NewPart) => ({
  ...{ id, title, points, clause, standard },
  starts: 'full' as const,
  rules: [],
});

const indicatorOf = (id: string, lineId: string, part: NewPart) => {
  const { title, points, clause } = part;
  return { id, title, points, clause, lines: [lineOf(lineId, part)] };
};

const idsOf = (documents: Documents, edition: string, kind: PartKind): string[] =>
  allParts(partsOf(documents, edition)).flatMap((part) => (part.kind === kind ? [part.id] : []));

export interface Added {
  readonly documents: Documents;
  /** The line that was added, itself or in something new. */
  readonly line: string;
}

export function addLine(documents: Documents, edition: string, indicator: IndicatorPart, part: NewPart): Added {
  const line = freeId('line', idsOf(documents, edition, 'line'));
  const pointer = `${indicator.pointer}/lines`;
  const put = (value: unknown) => insertedAt(value, pointer, Number.POSITIVE_INFINITY, lineOf(line, part));
  return { documents: change(documents, indicator.document, put), line };
}

/** Adds an indicator with a line of the same name. */
export function addIndicator(documents: Documents, edition: string, category: CategoryPart, part: NewPart): Added {
  const line = freeId('line', idsOf(documents, edition, 'line'));
  const made = indicatorOf(freeId('indicator', idsOf(documents, edition, 'indicator')), line, part);
  const put = (value: unknown) => insertedAt(value, '/indicators', Number.POSITIVE_INFINITY, made);
  return { documents: change(documents, category.document, put), line };
}

/** Adds a category, a document of its own, with an indicator and a line of the same name. */
export function addCategory(documents: Documents, edition: string, part: NewPart): Added {
  const folder = `rules/${edition}/`;
  const files = Object.keys(documents).flatMap((path) =>
    path.startsWith(folder) ? [path.slice(folder.length).replace(/\.json$/u, '')] : [],
  );
  const id = freeId('category', [...idsOf(documents, edition, 'category'), ...files]);
  const line = freeId('line', idsOf(documents, edition, 'line'));
  const { title, points, clause } = part;
  const indicator = indicatorOf(freeId('indicator', idsOf(documents, edition, 'indicator')), line, part);
  const manifest = manifestOf(edition, documents);
  const categories = [...listed(manifest.value.categories), id];
  return {
    line,
    documents: {
      ...documents,
      [`${folder}${id}.json`]: { id, title, points, clause, indicators: [indicator] },
      [manifest.document]: { ...manifest.value, categories },
    },
  };
}

/** Moves a line to a place of an indicator, counted without the line itself. */
export function moveLine(documents: Documents, line: LinePart, to: IndicatorPart, index: number): Documents {
  const holder = line.pointer.slice(0, line.pointer.lastIndexOf('/'));
  const target = `${to.pointer}/lines`;
  if (line.document === to.document && holder === target)
    return change(documents, line.document, (value) => movedAt(value, holder, lastIndex(line.pointer), index));
  const taken = change(documents, line.document, (value) => removedAt(value, line.pointer));
  return change(taken, to.document, (value) => insertedAt(value, target, index, line.value));
}

/** Moves an indicator with its lines to a place of a category, counted without the indicator itself. */
export function moveIndicator(
  documents: Documents,
  indicator: IndicatorPart,
  to: CategoryPart,
  index: number,
): Documents {
  if (indicator.document === to.document)
    return change(documents, to.document, (value) => movedAt(value, '/indicators', indicator.index, index));
  const taken = change(documents, indicator.document, (value) => removedAt(value, indicator.pointer));
  return change(taken, to.document, (value) => insertedAt(value, '/indicators', index, indicator.value));
}

/** Moves a category among the others, whose order the manifest says. */
export function moveCategory(documents: Documents, edition: string, category: CategoryPart, index: number): Documents {
  const { document } = manifestOf(edition, documents);
  const ids = partsOf(documents, edition).map(({ id }) => id);
  return change(documents, document, (value) =>
    movedAt(replacedAt(value, '/categories', ids), '/categories', ids.indexOf(category.id), index),
  );
}

const lastIndex = (pointer: string): number => Number(pointer.slice(pointer.lastIndexOf('/') + 1));

/** Adds a clause to the outline: what it is called in the source, and what it says in short. */
export function addClause(documents: Documents, clause: string, summary: string): Documents {
  const [outline] = documentsOf(documents, 'outline');
  if (!outline || listed(outline.value.clauses).some(({ id }) => id === clause)) return documents;
  const made = { id: clause, summary: { zh: summary } };
  return change(documents, outline.document, (value) => insertedAt(value, '/clauses', Number.POSITIVE_INFINITY, made));
}

/** The clauses of the source with what they say. */
export const clausesIn = (documents: Documents): Clause[] =>
  documentsOf(documents, 'outline').flatMap(({ document, value }) =>
    listed(value.clauses).map(({ id, summary }, index) => {
      const zh = summary?.zh ?? '';
      return { id, summary: { zh, en: summary?.en ?? zh }, document, pointer: pointerTo('', 'clauses', index) };
    }),
  );

/** Puts a condition under which a line is scored, or takes it away. */
export const withAppliesWhen = (documents: Documents, line: LinePart, condition: unknown): Documents => {
  const pointer = pointerTo(line.pointer, 'appliesWhen');
  if (condition === undefined && valueAt(documents[line.document], pointer) === undefined) return documents;
  return change(documents, line.document, (value) =>
    condition === undefined ? removedAt(value, pointer) : replacedAt(value, pointer, condition),
  );
};
