/** Owns what somebody has to decide on when a year rolls over: every category, indicator, line, list and rule. */
import { manifestPath } from '../assemble/manifest.js';
import { editionIds } from '../assemble/paths.js';
import type { Documents } from '../change/change.js';
import type { LocalizedText } from '../issue.js';
import { pointerTo } from '../json/pointer.js';
import { isObject, sameJson } from '../json/same.js';
import { readingsIn } from './readings.js';

export type RollOverKind = 'category' | 'indicator' | 'line' | 'list' | 'rule';

export interface RollOverItem {
  /** `line:equipment`: the kind and the id. */
  readonly key: string;
  readonly kind: RollOverKind;
  readonly id: string;
  /** The key of what it stands in; null for categories, lists and the rules of a desk. */
  readonly parent: string | null;
  readonly title: LocalizedText;
  readonly document: string;
  readonly pointer: string;
}

/** An item, what it says itself without the items that stand in it, and the definitions that give it its meaning. */
export interface Found {
  readonly item: RollOverItem;
  readonly own: unknown;
  readonly reads: unknown;
}

type Placed = Omit<Found, 'reads'>;

type Keyed = Readonly<Record<string, unknown>>;

interface Place {
  readonly document: string;
  readonly pointer: string;
  readonly parent: string | null;
}

/** Every item: categories in the order of the manifest with all that stands in them, then rules of a desk, then lists. */
export const itemsOf = (documents: Documents): RollOverItem[] => foundIn(documents).map(({ item }) => item);

/** Every item with what it says itself. An item whose key is taken is left out: the checks say that its id is. */
export function foundIn(documents: Documents): Found[] {
  const contents = Object.entries(documents).filter((entry): entry is [string, Keyed] => isObject(entry[1]));
  const order = categoryOrder(documents);
  const place = (document: string): Place => ({ document, pointer: '', parent: null });
  const categories = contents
    .filter(([, content]) => Array.isArray(content.indicators))
    .sort(([, one], [, other]) => order(one.id) - order(other.id))
    .flatMap(([document, content]) => itemIn('category', content, place(document)));
  const rules = contents
    .filter(([, content]) => isObject(content.dispositions))
    .flatMap(([document, content]) => itemsIn('rule', content, 'rules', place(document)));
  const lists = contents.flatMap(([document, content]) => itemsIn('list', content, 'lists', place(document)));
  const taken = new Set<string>();
  const readings = readingsIn(documents);
  return [...categories, ...rules, ...lists]
    .filter(({ item: { key } }) => !taken.has(key) && taken.add(key))
    .map((placed) => ({ ...placed, reads: readings(placed.own) }));
}

/** Items by their keys, for telling where one went. */
export type Items = ReadonlyMap<string, Found>;

export const byKey = (found: readonly Found[]): Items => new Map(found.map((each) => [each.item.key, each]));

/** Whether an item is there on both sides, says and means the same itself and stands in the same. */
export const isSame = (one: Found | undefined, other: Found | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.item.parent === other.item.parent &&
  sameJson(one.own, other.own) &&
  sameJson(one.reads, other.reads);

function categoryOrder(documents: Documents): (id: unknown) => number {
  const manifests = editionIds(Object.keys(documents)).map((id) => documents[manifestPath(id)]);
  const ids = manifests.flatMap((manifest) =>
    isObject(manifest) && Array.isArray(manifest.categories) ? manifest.categories : [],
  );
  return (id) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
}

const inside: Partial<Record<RollOverKind, readonly [key: string, kind: RollOverKind]>> = {
  category: ['indicators', 'indicator'],
  indicator: ['lines', 'line'],
  line: ['rules', 'rule'],
};

function itemIn(kind: RollOverKind, content: Keyed, { document, pointer, parent }: Place): Placed[] {
  const { id } = content;
  if (typeof id !== 'string') return [];
  const key = `${kind}:${id}`;
  const item = { key, kind, id, parent, title: titleOf(content, id), document, pointer };
  const [below, kindBelow] = inside[kind] ?? [];
  if (!below || !kindBelow) return [{ item, own: content }];
  const { [below]: _, ...own } = content;
  return [{ item, own }, ...itemsIn(kindBelow, content, below, { document, pointer, parent: key })];
}

function itemsIn(kind: RollOverKind, content: Keyed, key: string, place: Place): Placed[] {
  const items: unknown = content[key];
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown, index) =>
    isObject(item) ? itemIn(kind, item, { ...place, pointer: pointerTo(place.pointer, key, index) }) : [],
  );
}

/** The title; of a rule its reason, what is computed left open, or its clause. */
function titleOf({ title, reason, clause }: Keyed, id: string): LocalizedText {
  const named = textOf(title) ?? textOf(reason);
  const { zh, en } = named ?? textOf({ zh: clause }) ?? { zh: id, en: id };
  const open = (words: string): string => (title === undefined ? words.replace(/\{[^{}]*\}/gu, '…') : words);
  return { zh: open(zh), en: open(en) };
}

function textOf(value: unknown): LocalizedText | undefined {
  if (!isObject(value) || typeof value.zh !== 'string' || value.zh === '') return undefined;
  return { zh: value.zh, en: typeof value.en === 'string' && value.en !== '' ? value.en : value.zh };
}
