/** Owns which places of the tree a change of an area has to do with: whoever makes it needs every one of them. */
import type { Area } from '@yimen/contracts';
import type { Standing, StoredArea } from './area.repository.js';
import { pathOf, reachOf } from './area-tree.js';

/** The tree before the changes and after them. */
export interface Trees {
  readonly before: ReadonlyMap<string, StoredArea>;
  readonly after: ReadonlyMap<string, Area>;
}

export const standingOf = (area: Area, all: ReadonlyMap<string, Area>): Standing => ({
  path: pathOf(area, all),
  reach: reachOf(area, all),
});

/**
 * The paths of where an area was and where it is, of what it leaves and joins, of what it was and is merged into, and of
 * what had and gets its records. The path of an area names itself wherever it goes, so the others are told by their own.
 */
export function touched(area: Area, { before, after }: Trees): string[] {
  const was = before.get(area.id);
  const is = standingOf(area, after);
  const standings = was ? [was, is] : [is];
  const stays = was !== undefined && was.area.parent === area.parent;
  const into = area.mergedInto === null ? undefined : after.get(area.mergedInto);
  const left = before.get(was?.area.mergedInto ?? '');
  return [
    ...standings.map(({ path }) => path),
    ...(stays ? [] : standings.map(({ path }) => above(path))),
    ...(left ? [left.path] : []),
    ...(into ? [pathOf(into, after)] : []),
    ...(was === undefined || was.reach === is.reach ? [] : standings.flatMap(keeper)),
  ];
}

/** The path of what a path lies in; `/`, which nobody but the installation has, where that is nothing. */
const above = (path: string): string => path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);

/** Where others go on with the records of an area, be it merged itself or below one that was. */
const keeper = ({ path, reach }: Standing): string[] => (path === reach ? [] : [above(reach)]);
