/** Owns bringing back what a roll-over retired: from the documents it began with, with the formulas it needs. Pure. */
import { insertedAt, isObject, itemsBelow, itemsOf, type RollOverItem, valueAt } from '@yimen/config';
import { readersIn } from '@yimen/engine/editing';
import { documentsOf, listed, manifestOf } from '../draft/documents';
import type { Documents } from '../draft/draft-state';

const childrenOf = { category: 'indicators', indicator: 'lines', line: 'rules' } as const;

/** The documents with an item of the base where it stood; as they are where its holder is gone too. */
export function restored(base: Documents, documents: Documents, edition: string, key: string): Documents {
  const old = itemsOf(base);
  const item = old.find((each) => each.key === key);
  const now = itemsOf(documents);
  if (!item || now.some((each) => each.key === key)) return documents;
  const kept = new Set(now.map((each) => each.key));
  const value = withoutKept(valueAt(base[item.document], item.pointer), item.kind, kept);
  const put =
    item.kind === 'category'
      ? withCategory(base, documents, edition, { item, value })
      : withItem(documents, { item, value, old, now });
  return put === documents ? documents : withFormulas(base, put, edition, value);
}

/** What stands in an item, without what the documents still have elsewhere. */
function withoutKept(value: unknown, kind: RollOverItem['kind'], kept: ReadonlySet<string>): unknown {
  const inside = kind === 'category' || kind === 'indicator' || kind === 'line' ? childrenOf[kind] : undefined;
  if (!inside || !isObject(value)) return value;
  const below = ({ indicators: 'indicator', lines: 'line', rules: 'rule' } as const)[inside];
  const children = listed(value[inside] as readonly { readonly id: string }[] | undefined)
    .filter(({ id }) => !kept.has(`${below}:${id}`))
    .map((child) => withoutKept(child, below, kept));
  return { ...value, [inside]: children };
}

interface Old {
  readonly item: RollOverItem;
  readonly value: unknown;
}

function withCategory(base: Documents, documents: Documents, edition: string, { item, value }: Old): Documents {
  const manifest = manifestOf(edition, documents);
  const before = listed(manifestOf(edition, base).value.categories);
  const categories = listed(manifest.value.categories);
  const next = insertedBehind(categories, item.id, before, (id) => id);
  return { ...documents, [item.document]: value, [manifest.document]: { ...manifest.value, categories: next } };
}

interface Around extends Old {
  readonly old: readonly RollOverItem[];
  readonly now: readonly RollOverItem[];
}

/** An item put behind the nearest that stood before it and still does. */
function withItem(documents: Documents, { item, value, old, now }: Around): Documents {
  const holder = item.parent === null ? undefined : now.find(({ key }) => key === item.parent);
  if (item.parent !== null && !holder) return documents;
  const key = item.pointer.split('/').at(-2) ?? '';
  const document = holder?.document ?? item.document;
  const pointer = `${holder?.pointer ?? ''}/${key}`;
  const order = old.filter(({ kind, parent }) => kind === item.kind && parent === item.parent).map(({ id }) => id);
  const siblings = listed(valueAt(documents[document], pointer) as readonly { readonly id: string }[] | undefined);
  const index = placeBehind(
    siblings.map(({ id }) => id),
    item.id,
    order,
  );
  return { ...documents, [document]: insertedAt(documents[document], pointer, index, value) };
}

function insertedBehind<T>(items: readonly T[], added: T, order: readonly string[], idOf: (item: T) => string): T[] {
  const index = placeBehind(items.map(idOf), idOf(added), order);
  return [...items.slice(0, index), added, ...items.slice(index)];
}

/** Where an id goes among others, given the order of all. */
function placeBehind(ids: readonly string[], id: string, order: readonly string[]): number {
  for (let at = order.indexOf(id) - 1; at >= 0; at -= 1) {
    const found = ids.indexOf(order[at] ?? '');
    if (found >= 0) return found + 1;
  }
  return 0;
}

/** With the formulas of the base that a value reads and nobody has any more, and those that these read. */
function withFormulas(base: Documents, documents: Documents, edition: string, value: unknown): Documents {
  const read = new Set(readersIn({ 'rules/restored.json': value }).map(({ fact }) => fact));
  const known = new Set(
    documentsOf(documents, 'facts').flatMap((each) => listed(each.value.facts).map(({ id }) => id)),
  );
  let next = documents;
  for (const { document, value: declared } of documentsOf(base, 'facts')) {
    const order = listed(declared.facts).map(({ id }) => id);
    for (const fact of listed(declared.facts)) {
      if (!read.has(fact.id) || known.has(fact.id)) continue;
      const there = (next[document] ?? {}) as { readonly facts?: readonly { readonly id: string }[] };
      const facts = insertedBehind(listed(there.facts), fact as { readonly id: string }, order, ({ id }) => id);
      next = withFormulas(base, { ...next, [document]: { ...there, facts } }, edition, { facts: [fact] });
    }
  }
  return next;
}

/** Retired items that stand in nothing retired: what is brought back at once. */
export const outermostRetired = <Item extends RollOverItem & { readonly state: string }>(
  items: readonly Item[],
): Item[] => {
  const gone = new Set(items.filter(({ state }) => state === 'retired').map(({ key }) => key));
  return items.filter(({ key, parent }) => gone.has(key) && (parent === null || !gone.has(parent)));
};

/** What went with a retired item. */
export const goneWith = <Item extends RollOverItem & { readonly state: string }>(
  items: readonly Item[],
  key: string,
): Item[] => itemsBelow(items, key).filter((item) => item.key !== key && item.state === 'retired');
