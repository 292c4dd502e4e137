/** Owns carrying things with ids from one holder to another. */
import { replacedAt } from '../json/edit.js';
import { type Documents, placeKey } from './change.js';
import { arrayAt } from './holder.js';
import { type Home, holderOf } from './homes.js';
import { identitiesOf } from './identity.js';
import { pointerOf } from './place.js';
import { placedBehind } from './sequence.js';

/** Where a thing is, and where it goes. */
export interface Way {
  readonly from: Home;
  readonly to: Home;
}

/** The documents with things at other homes that they have, as near behind what stands before each in `model` as can be. */
export function carried(documents: Documents, ways: readonly Way[], model: Documents): Documents {
  const taken = new Map<string, unknown>();
  const without = grouped(ways, ({ from }) => holderOf(from)).reduce<Documents>((before, [holder, leaving]) => {
    const goals = new Map(leaving.map(({ from, to }) => [idOf(from), placeKey(to.document, to.path)]));
    return withItems(before, holder, (items) =>
      [...items].filter(([id, item]) => {
        const goal = goals.get(id);
        if (goal !== undefined) taken.set(goal, item);
        return goal === undefined;
      }),
    );
  }, documents);
  return grouped(ways, ({ to }) => holderOf(to)).reduce<Documents>((before, [holder, coming]) => {
    const there = coming.flatMap(({ to }) => {
      const key = placeKey(to.document, to.path);
      return taken.has(key) ? [[idOf(to), taken.get(key)] as const] : [];
    });
    const order = identitiesOf(arrayAt(model, holder) ?? []);
    return withItems(before, holder, (items) => {
      const all = new Map([...items, ...there]);
      const ids = placedBehind(
        [...items.keys()],
        there.map(([id]) => id),
        order,
      );
      return ids.map((id) => [id, all.get(id)] as const);
    });
  }, without);
}

const idOf = ({ path }: Home): string => {
  const last = path.at(-1);
  return last && 'id' in last ? last.id : '';
};

/** The documents with other items in an array that they have. */
function withItems(
  documents: Documents,
  holder: Home,
  change: (items: ReadonlyMap<string, unknown>) => readonly (readonly [string, unknown])[],
): Documents {
  const items = arrayAt(documents, holder);
  if (!items) return documents;
  const ids = identitiesOf(items);
  const changed = change(new Map(items.map((item, index) => [ids[index] as string, item])));
  const content = documents[holder.document];
  const next = replacedAt(
    content,
    pointerOf(content, holder.path),
    changed.map(([, item]) => item),
  );
  return { ...documents, [holder.document]: next };
}

/** Ways by the holder at one of their ends. */
function grouped(ways: readonly Way[], holderAt: (way: Way) => Home): (readonly [Home, Way[]])[] {
  const groups = new Map<string, readonly [Home, Way[]]>();
  for (const way of ways) {
    const holder = holderAt(way);
    const key = placeKey(holder.document, holder.path);
    const group = groups.get(key) ?? ([holder, []] as const);
    group[1].push(way);
    groups.set(key, group);
  }
  return [...groups.values()];
}
