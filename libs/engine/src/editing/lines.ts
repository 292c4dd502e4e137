/** Owns the edits of what a line scores: pure, from documents to documents. */
import type { Edition } from '@yimen/config';
import { type ItemToWrite, type MethodItem, readLine, writeItem } from '../method/item.js';
import type { MethodContext, ParameterProblem, WrittenItem } from '../method/method.js';
import { methods } from '../method/methods.js';
import { countedFact } from '../method/quantity.js';
import type { LineDeclaration } from '../wording/declaration.js';
import { putDerived, removeUnread } from './derived-facts.js';
import { contextOf, findLine, type PlacedLine } from './method-context.js';
import type { Documents } from './readers.js';

export type LineEdit =
  | {
      readonly ok: true;
      readonly documents: Documents;
      /** Ids of the derived facts that were added. */
      readonly added: readonly string[];
      /** Of those that nothing reads any more: written by methods and removed, or by somebody and left. */
      readonly removed: readonly string[];
      readonly unread: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly ParameterProblem[] };

/** A line under edit with its items. */
interface Open {
  readonly documents: Documents;
  readonly edition: Edition;
  readonly placed: PlacedLine;
  readonly context: MethodContext;
  readonly items: readonly MethodItem[];
}

const gone: LineEdit = {
  ok: false,
  problems: [{ parameter: '', message: { zh: '这一项已不存在，请刷新', en: 'This is no longer there: reload' } }],
};

function open(documents: Documents, edition: Edition, lineId: string): Open | undefined {
  const placed = findLine(documents, edition.id, lineId);
  if (!placed) return undefined;
  const context = contextOf(documents, edition, placed.line);
  return { documents, edition, placed, context, items: readLine(placed.line, context) };
}

/**
 * Puts an item in the place of another: what the two have in common stays. A hand-written item brings its own `rules`;
 * any other continues those it replaces.
 */
export function replaceItem(
  documents: Documents,
  edition: Edition,
  lineId: string,
  index: number,
  item: ItemToWrite,
): LineEdit {
  const opened = open(documents, edition, lineId);
  const old = opened?.items[index];
  if (!opened || !old) return gone;
  const written = writeItem(item.method === 'hand-written' ? item : { ...item, rules: old.rules }, opened.context);
  return written.ok
    ? finish(opened, spliced(opened.items, index, 1, { ...item, rules: written.rules }), written)
    : written;
}

/** Adds an item, at the end where no place is given. */
export function addItem(
  documents: Documents,
  edition: Edition,
  lineId: string,
  item: ItemToWrite,
  index?: number,
): LineEdit {
  const opened = open(documents, edition, lineId);
  if (!opened) return gone;
  const written = writeItem(item.method === 'hand-written' ? item : { ...item, rules: [] }, opened.context);
  if (!written.ok) return written;
  return finish(
    opened,
    spliced(opened.items, index ?? opened.items.length, 0, { ...item, rules: written.rules }),
    written,
  );
}

/** Takes an item away. */
export function removeItem(documents: Documents, edition: Edition, lineId: string, index: number): LineEdit {
  const opened = open(documents, edition, lineId);
  if (!opened?.items[index]) return gone;
  return finish(opened, spliced(opened.items, index, 1), nothingWritten);
}

/** Moves an item to another place among the items of its line. */
export function moveItem(documents: Documents, edition: Edition, lineId: string, from: number, to: number): LineEdit {
  const opened = open(documents, edition, lineId);
  const moved = opened?.items[from];
  if (!opened || !moved) return gone;
  return finish(opened, spliced(spliced(opened.items, from, 1), to, 0, moved), nothingWritten);
}

/** Gives a line other points; items that take or give all of them follow. */
export function changeLinePoints(documents: Documents, edition: Edition, lineId: string, points: number): LineEdit {
  const opened = open(documents, edition, lineId);
  if (!opened) return gone;
  const { placed, context, items } = opened;
  const line: LineDeclaration = { ...placed.line, points };
  const followed = items.map((item): MethodItem => {
    if (item.method !== 'full-unless' && item.method !== 'pass-or-nothing') return item;
    const written = writeItem(item, { ...context, line });
    return written.ok ? { ...item, rules: written.rules } : item;
  });
  return finish({ ...opened, placed: { ...placed, line } }, followed, nothingWritten);
}

const nothingWritten: WrittenItem = { rules: [], facts: [], needs: [] };

function spliced<Item>(items: readonly Item[], index: number, count: number, ...more: readonly Item[]): Item[] {
  const copy = [...items];
  copy.splice(index, count, ...more);
  return copy;
}

type Ruled = Pick<MethodItem, 'method' | 'params'> & { readonly rules?: MethodItem['rules'] };

/** The documents with these items in the line, the formulas they need, and without those nothing reads any more. */
function finish(opened: Open, items: readonly Ruled[], written: WrittenItem): LineEdit {
  const { documents, edition, placed } = opened;
  const line: LineDeclaration = {
    ...placed.line,
    starts: startsOf(items, opened, written),
    rules: items.flatMap(({ rules = [] }) => rules),
  };
  const needs = needsOf(opened, items, written);
  const withNeeds = needs ? { ...line, needs } : line;
  const added = written.facts.map(({ id }) => id).filter((id) => !opened.context.dictionary.facts.has(id));
  const edited = putDerived(putLine(documents, { ...placed, line: withNeeds }), edition.id, written.facts);
  const counted = new Set(opened.items.flatMap(({ rules }) => rules.map((rule) => countedFact(rule)?.fact ?? '')));
  return {
    ok: true,
    added,
    ...removeUnread(documents, edited, { edition: edition.id, dictionary: opened.context.dictionary, counted }),
  };
}

/** Tiers count up from zero, everything else down from full; a rule written by hand may mean either. */
function startsOf(items: readonly Ruled[], { placed, items: before }: Open, written: WrittenItem): 'full' | 'zero' {
  const ways = items.map(({ method }) => (method === 'hand-written' ? undefined : methods.get(method)?.starts));
  if (ways.includes('zero')) return 'zero';
  const changed = written.rules.length > 0 || before.some(({ method }) => method === 'tiers');
  return changed && !ways.includes(undefined) ? 'full' : placed.line.starts;
}

/** The line's needs: what items needed before goes, what they need now comes; undefined where nothing changes. */
function needsOf(
  { placed, items: before, context }: Open,
  items: readonly Ruled[],
  written: WrittenItem,
): string[] | undefined {
  const old = placed.line.needs ?? [];
  const neededBy = (item: Ruled): readonly string[] => {
    const found = writeItem(item, context);
    return found.ok ? found.needs : [];
  };
  const now = new Set([
    ...items.filter((item) => before.includes(item as MethodItem)).flatMap(neededBy),
    ...written.needs,
  ]);
  const dropped = new Set(before.flatMap(neededBy).filter((id) => !now.has(id)));
  const kept = old.filter((id) => !dropped.has(id));
  const needs = [...kept, ...[...now].filter((id) => !kept.includes(id))];
  const same = needs.length === old.length && needs.every((id, place) => id === old[place]);
  return same ? undefined : needs;
}

/** The documents with a line in its place; nothing else is copied but the way to it. */
function putLine(documents: Documents, { document, indicator, place, line }: PlacedLine): Documents {
  const category = documents[document] as { readonly indicators: readonly { readonly lines: readonly unknown[] }[] };
  const indicators = category.indicators.map((each, at) =>
    at === indicator ? { ...each, lines: each.lines.map((other, index) => (index === place ? line : other)) } : each,
  );
  return { ...documents, [document]: { ...category, indicators } };
}
