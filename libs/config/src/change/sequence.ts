/** Owns the order of siblings: what moved, and where what comes belongs. */

/** The fewest items that must move to bring the common items of two orders from the first into the second. */
export function movedBetween(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((id, index) => [id, index]));
  const common = after.filter((id) => places.has(id));
  const staying = longestRise(common.map((id) => places.get(id) as number));
  return new Set(common.filter((_id, index) => !staying.has(index)));
}

/** The indices of a longest rising subsequence of different numbers. */
function longestRise(numbers: readonly number[]): Set<number> {
  const ends: number[] = [];
  const previous = numbers.map((number, index) => {
    const length = firstNotBelow(ends, (end) => (numbers[end] as number) >= number);
    ends[length] = index;
    return length > 0 ? (ends[length - 1] as number) : -1;
  });
  const rise = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] as number) rise.add(at);
  return rise;
}

function firstNotBelow(ends: readonly number[], reached: (end: number) => boolean): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(ends[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The items of both orders: in the second order, those of the first alone behind what they stood behind. */
export function together(before: readonly string[], after: readonly string[]): string[] {
  const result = [...after];
  const known = new Set(after);
  for (const [index, id] of before.entries()) {
    if (known.has(id)) continue;
    result.splice(index === 0 ? 0 : result.indexOf(before[index - 1] as string) + 1, 0, id);
    known.add(id);
  }
  return result;
}

/** An item and the item that it belongs behind; null: it is the first. */
export interface Placement {
  readonly id: string;
  readonly behind: string | null;
}

/** An order with items placed anew; those whose neighbour is not there come last. */
export function placed(order: readonly string[], placements: readonly Placement[]): string[] {
  const moving = new Set(placements.map(({ id }) => id));
  const result = order.filter((id) => !moving.has(id));
  let waiting = placements;
  for (let count = -1; waiting.length !== count; ) {
    count = waiting.length;
    waiting = waiting.filter(({ id, behind }) => {
      const at = behind === null ? 0 : result.indexOf(behind) + 1;
      if (at === 0 && behind !== null) return true;
      result.splice(at, 0, id);
      return false;
    });
  }
  return [...result, ...waiting.map(({ id }) => id)];
}

/** An order with items that come to it, each right behind the nearest that stands before it in `model`. */
export function placedBehind(order: readonly string[], coming: readonly string[], model: readonly string[]): string[] {
  const [there, known] = [new Set(coming), new Set(order)];
  const behind = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const id of model) {
    if (known.has(id)) anchor = id;
    else if (there.delete(id)) behind.set(anchor, [...(behind.get(anchor) ?? []), id]);
  }
  return [...(behind.get(undefined) ?? []), ...order.flatMap((id) => [id, ...(behind.get(id) ?? [])]), ...there];
}

export interface Orders {
  readonly base: readonly string[];
  readonly lead: readonly string[];
  readonly follow: readonly string[];
  /** What is there in the end. */
  readonly kept: ReadonlySet<string>;
}

/** The order that one side gave, with what only the other side moved or added where that side has it. */
export function mergedOrder({ base, lead, follow, kept }: Orders): string[] {
  const led = movedBetween(base, lead);
  const followed = [...movedBetween(base, follow)].filter((id) => !led.has(id));
  const moving = new Set(followed);
  const result = lead.filter((id) => kept.has(id) && !moving.has(id));
  const elsewhere = new Set([...base, ...follow]);
  for (const [index, id] of follow.entries()) {
    if (!kept.has(id) || result.includes(id)) continue;
    let at = placeBehind(result, follow.slice(0, index));
    while (at < result.length && !elsewhere.has(result[at] as string)) at += 1;
    result.splice(at, 0, id);
  }
  return result;
}

/** Right behind the last of the predecessors that is there. */
function placeBehind(order: readonly string[], predecessors: readonly string[]): number {
  for (let index = predecessors.length - 1; index >= 0; index -= 1) {
    const at = order.indexOf(predecessors[index] as string);
    if (at >= 0) return at + 1;
  }
  return 0;
}

/** Whether both sides moved an item, each to another place. */
export function movedApart(base: readonly string[], mine: readonly string[], theirs: readonly string[]): boolean {
  const byTheirs = movedBetween(base, theirs);
  const common = new Set(base.filter((id) => mine.includes(id) && theirs.includes(id)));
  const before = (order: readonly string[], id: string): string | undefined => {
    const among = order.filter((each) => common.has(each));
    return among[among.indexOf(id) - 1];
  };
  return [...movedBetween(base, mine)].some(
    (id) => common.has(id) && byTheirs.has(id) && before(mine, id) !== before(theirs, id),
  );
}
