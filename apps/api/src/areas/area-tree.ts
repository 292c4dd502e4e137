/** Owns what makes a set of areas a tree: known parents a level above, codes that hold for one area at a time. */
import { type Issue, type LocalizedText, pointerTo } from '@yimen/config';
import { type Area, type AreaCode, areaLevels } from '@yimen/contracts';

/** Where an area stands in what was sent: a document, a pointer, perhaps a line. */
export type PlaceOf = (area: Area, member: string) => Pick<Issue, 'document' | 'pointer' | 'line'>;

export const inInput: PlaceOf = (_, member) => ({ document: 'input', pointer: pointerTo('', member) });

/** Every fault of `changed` beside the other areas; none means that all of them together are a tree. */
export function treeIssues(others: readonly Area[], changed: readonly Area[], place: PlaceOf): Issue[] {
  const all = new Map([...others, ...changed].map((area) => [area.id, area]));
  const [holders, below] = [holdersOf(all.values()), openBelow(all.values())];
  const issue = (area: Area, member: string, [code, message]: Fault): Issue => ({
    code,
    severity: 'error',
    message,
    ...place(area, member),
  });
  return changed.flatMap((area) => [
    ...parentFaults(area, all).map((fault) => issue(area, 'parent', fault)),
    ...mergeFaults(area, all).map((fault) => issue(area, 'mergedInto', fault)),
    ...spanFaults(area, below.get(area.id) ?? 0).map((fault) => issue(area, 'closed', fault)),
    ...codeFaults(area, holders).map((fault) => issue(area, 'codes', fault)),
  ]);
}

type Fault = readonly [code: string, message: LocalizedText];

function parentFaults({ name, parent, level, closed }: Area, all: ReadonlyMap<string, Area>): Fault[] {
  if (parent === null) return [];
  const above = all.get(parent);
  if (!above)
    return [
      ['unknown-area', { zh: `没有上级“${parent}”，请先录入`, en: `There is no area "${parent}"; enter it first` }],
    ];
  const faults: Fault[] = [];
  if (areaLevels.indexOf(above.level) >= areaLevels.indexOf(level))
    faults.push([
      'wrong-level',
      {
        zh: `“${name.zh}”不能属于同级或下级的“${above.name.zh}”`,
        en: `"${name.en}" cannot belong to "${above.name.en}", which is no level above`,
      },
    ]);
  if (above.closed !== null && closed === null)
    faults.push([
      'closed-area',
      { zh: `上级“${above.name.zh}”已撤销`, en: `"${above.name.en}", to which it would belong, is closed` },
    ]);
  return faults;
}

function mergeFaults({ id, closed, mergedInto }: Area, all: ReadonlyMap<string, Area>): Fault[] {
  if (mergedInto === null) return [];
  const into = all.get(mergedInto);
  const faults: Fault[] = [];
  if (!into || mergedInto === id)
    faults.push([
      'unknown-area',
      {
        zh: `没有可以并入的“${into?.name.zh ?? mergedInto}”，请先录入`,
        en: `There is no other area "${into?.name.en ?? mergedInto}"; enter it first`,
      },
    ]);
  else if (closed !== null && into.closed !== null && into.closed <= closed)
    faults.push([
      'closed-area',
      { zh: `要并入的“${into.name.zh}”已撤销`, en: `"${into.name.en}", into which it would merge, is closed` },
    ]);
  if (closed === null)
    faults.push([
      'missing-day',
      { zh: '并入别处的要写明撤销日期', en: 'An area merged into another needs the day on which it closed' },
    ]);
  return faults;
}

function spanFaults({ opened, closed }: Area, below: number): Fault[] {
  const faults: Fault[] = [];
  if (opened !== null && closed !== null && closed < opened)
    faults.push(['wrong-day', { zh: '撤销日期早于设立日期', en: 'It closes before it opens' }]);
  if (closed !== null && below > 0)
    faults.push([
      'areas-below',
      {
        zh: `下面还有 ${below} 个区域，请先改属别处、撤销，或者整体并入别处`,
        en: `${below} areas belong to it; move or close them first, or merge it into another`,
      },
    ]);
  return faults;
}

/** How many areas that are not closed belong to each. */
function openBelow(all: Iterable<Area>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { parent, closed } of all)
    if (parent !== null && closed === null) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  return counts;
}

/** A code of an area; `index` tells it from another time of the same. */
interface Holder {
  readonly area: Area;
  readonly index: number;
  readonly code: AreaCode;
}

function holdersOf(all: Iterable<Area>): ReadonlyMap<string, readonly Holder[]> {
  const holders = new Map<string, Holder[]>();
  for (const area of all)
    for (const [index, code] of area.codes.entries())
      holders.set(code.code, [...(holders.get(code.code) ?? []), { area, index, code }]);
  return holders;
}

/** A code holds for one area on one day, and ends no sooner than it begins. */
function codeFaults(area: Area, holders: ReadonlyMap<string, readonly Holder[]>): Fault[] {
  return area.codes.flatMap((own, index): Fault[] => [
    ...(own.from !== null && own.until !== null && own.until < own.from ? [endsEarly(own)] : []),
    ...(holders.get(own.code) ?? [])
      .filter((other) => !(other.area.id === area.id && other.index === index) && overlap(own, other.code))
      .map(
        ({ area: { name } }): Fault => [
          'code-taken',
          {
            zh: `代码 ${own.code} 同时属于“${name.zh}”`,
            en: `The code ${own.code} belongs to "${name.en}" on the same days`,
          },
        ],
      ),
  ]);
}

const endsEarly = ({ code, from }: AreaCode): Fault => [
  'wrong-day',
  {
    zh: `代码 ${code} 自 ${from} 起才有效，不能在这之前变更`,
    en: `The code ${code} holds from ${from}; it cannot change before`,
  },
];

const overlap = (a: AreaCode, b: AreaCode): boolean =>
  (a.until === null || b.from === null || b.from <= a.until) &&
  (b.until === null || a.from === null || a.from <= b.until);

/**
 * The path under which what is stored in an area belongs: its own, or below the area into which it was merged in the
 * end. Whoever works for that one goes on with what was begun in this one.
 */
export function reachOf(area: Area, all: ReadonlyMap<string, Area>, passed: ReadonlySet<string> = new Set()): string {
  const met = new Set([...passed, area.id]);
  const above = all.get(successorOf(area, all)?.id ?? area.parent ?? '');
  return `${above && !met.has(above.id) ? reachOf(above, all, met) : '/'}${area.id}/`;
}

/** The area that goes on with the work of a merged one; undefined where none does. */
export function successorOf(area: Area, all: ReadonlyMap<string, Area>): Area | undefined {
  const passed = new Set([area.id]);
  let last: Area | undefined;
  for (let next = all.get(area.mergedInto ?? ''); next && !passed.has(next.id); next = all.get(next.mergedInto ?? '')) {
    passed.add(next.id);
    last = next;
  }
  return last;
}

/** The path of an area: the ids from the top, each between slashes; what lies below begins with it. */
export function pathOf(area: Area, all: ReadonlyMap<string, Area>): string {
  const above = area.parent === null ? undefined : all.get(area.parent);
  return `${above ? pathOf(above, all) : '/'}${area.id}/`;
}
