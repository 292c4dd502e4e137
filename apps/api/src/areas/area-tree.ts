/** Owns what makes a set of areas a tree: known parents a level above, codes that hold for one area at a time. */
import { type Issue, type LocalizedText, pointerTo } from '@yimen/config';
import { type Area, type AreaCode, areaLevels } from '@yimen/contracts';

/** Where an area stands in what was sent: a document, a pointer, perhaps a line. */
export type PlaceOf = (area: Area, member: string) => Pick<Issue, 'document' | 'pointer' | 'line'>;

export const inInput: PlaceOf = (_, member) => ({ document: 'input', pointer: pointerTo('', member) });

/** Every fault of `changed` beside the other areas; none means that all of them together are a tree. */
export function treeIssues(others: readonly Area[], changed: readonly Area[], place: PlaceOf): Issue[] {
  const all = new Map([...others, ...changed].map((area) => [area.id, area]));
  const issue = (area: Area, member: string, code: string, message: LocalizedText): Issue => ({
    code,
    severity: 'error',
    message,
    ...place(area, member),
  });
  return changed.flatMap((area) => [
    ...parentFaults(area, all).map(([code, message]) => issue(area, 'parent', code, message)),
    ...mergeFaults(area, all).map(([code, message]) => issue(area, 'mergedInto', code, message)),
    ...spanFaults(area).map(([code, message]) => issue(area, 'closed', code, message)),
    ...codeFaults(area, all.values()).map(([code, message]) => issue(area, 'codes', code, message)),
  ]);
}

type Fault = readonly [code: string, message: LocalizedText];

function parentFaults({ id, parent, level }: Area, all: ReadonlyMap<string, Area>): Fault[] {
  if (parent === null) return [];
  const above = all.get(parent);
  if (!above)
    return [
      ['unknown-area', { zh: `没有上级“${parent}”，请先录入`, en: `There is no area "${parent}"; enter it first` }],
    ];
  if (areaLevels.indexOf(above.level) < areaLevels.indexOf(level)) return [];
  return [
    [
      'wrong-level',
      {
        zh: `“${id}”不能属于同级或下级的“${parent}”`,
        en: `"${id}" cannot belong to "${parent}", which is no level above`,
      },
    ],
  ];
}

function mergeFaults({ id, closed, mergedInto }: Area, all: ReadonlyMap<string, Area>): Fault[] {
  if (mergedInto === null) return [];
  const faults: Fault[] = [];
  if (!all.has(mergedInto) || mergedInto === id)
    faults.push([
      'unknown-area',
      { zh: `没有并入的“${mergedInto}”，请先录入`, en: `There is no other area "${mergedInto}"; enter it first` },
    ]);
  if (closed === null)
    faults.push([
      'missing-day',
      { zh: '并入别处的要写明撤销日期', en: 'An area merged into another needs the day on which it closed' },
    ]);
  return faults;
}

const spanFaults = ({ opened, closed }: Area): Fault[] =>
  opened !== null && closed !== null && closed < opened
    ? [['wrong-day', { zh: '撤销日期早于设立日期', en: 'It closes before it opens' }]]
    : [];

/** A code holds for one area on one day. */
function codeFaults(area: Area, all: Iterable<Area>): Fault[] {
  const taken = [...all].flatMap(({ id, codes }) => codes.map((code, index) => ({ id, code, index })));
  return area.codes.flatMap((own, index) =>
    taken
      .filter(({ id, code, index: other }) => own.code === code.code && !(id === area.id && index === other))
      .filter(({ code }) => overlap(own, code))
      .map(
        ({ id }): Fault => [
          'code-taken',
          { zh: `代码 ${own.code} 同时属于“${id}”`, en: `The code ${own.code} belongs to "${id}" on the same days` },
        ],
      ),
  );
}

const overlap = (a: AreaCode, b: AreaCode): boolean =>
  (a.until === null || b.from === null || b.from <= a.until) &&
  (b.until === null || a.from === null || a.from <= b.until);

/** The path of an area: the ids from the top, each between slashes; what lies below begins with it. */
export function pathOf(area: Area, all: ReadonlyMap<string, Area>): string {
  const above = area.parent === null ? undefined : all.get(area.parent);
  return `${above ? pathOf(above, all) : '/'}${area.id}/`;
}
