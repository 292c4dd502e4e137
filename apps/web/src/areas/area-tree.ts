/** Owns the areas as a tree on screen: what is below what, where an area stands, what a search leaves of it. */
import type { Area } from '@yimen/contracts';

export interface AreaNode {
  readonly area: Area;
  readonly above: AreaNode | undefined;
  /** Undefined where there is nothing to unfold. */
  readonly children?: AreaNode[];
  /** How many areas that are not closed stand below, on all levels. */
  readonly below: number;
}

export interface AreaTree {
  readonly tops: readonly AreaNode[];
  readonly nodes: ReadonlyMap<string, AreaNode>;
}

/** The tree of areas that come in its order: every area before what is below it. */
export function treeOf(areas: readonly Area[]): AreaTree {
  const nodes = new Map<string, Mutable>();
  const tops: Mutable[] = [];
  for (const area of areas) {
    const above = area.parent === null ? undefined : nodes.get(area.parent);
    const node: Mutable = { area, above, below: 0 };
    nodes.set(area.id, node);
    if (above) above.children = [...(above.children ?? []), node];
    else tops.push(node);
    if (area.closed === null) for (let each = above; each; each = each.above) each.below += 1;
  }
  for (const { children } of nodes.values()) children?.sort(byCode);
  return { tops: tops.sort(byCode), nodes };
}

/** As official lists have them: in the order of their codes, those without one last. */
const byCode = (a: AreaNode, b: AreaNode): number =>
  lastCode(a) < lastCode(b) ? -1 : Number(lastCode(a) > lastCode(b));
const lastCode = ({ area }: AreaNode): string => area.codes.at(-1)?.code ?? '~';

interface Mutable extends AreaNode {
  readonly above: Mutable | undefined;
  children?: AreaNode[];
  below: number;
}

/** From the top down to the area itself. */
export function pathTo(node: AreaNode | undefined): Area[] {
  return node ? [...pathTo(node.above), node.area] : [];
}

export interface Found {
  readonly tops: readonly AreaNode[];
  /** What has to be unfolded for every hit to be seen. */
  readonly unfolded: readonly string[];
  readonly hits: number;
}

/** The tree with the areas that a search finds and what is above them, at most so many. */
export function search(tree: AreaTree, words: string, closed: boolean, most: number): Found {
  const sought = words.trim().toLowerCase();
  const unfolded = new Set<string>();
  let hits = 0;
  const keep = (node: AreaNode): AreaNode[] => {
    const hit = (closed || node.area.closed === null) && matches(node.area, sought);
    if (hit) hits += 1;
    const shown = hit && hits <= most;
    const kept = (node.children ?? []).flatMap(keep);
    if (sought !== '' && kept.length > 0) unfolded.add(node.area.id);
    if (!shown && kept.length === 0) return [];
    const { children: _, ...rest } = node;
    return [kept.length > 0 ? { ...rest, children: kept } : rest];
  };
  const tops = tree.tops.flatMap(keep);
  return { tops, unfolded: [...unfolded], hits };
}

/** By a part of the name in either language, or the beginning of a code it has or had. */
const matches = ({ name, codes }: Area, sought: string): boolean =>
  name.zh.toLowerCase().includes(sought) ||
  name.en.toLowerCase().includes(sought) ||
  codes.some(({ code }) => code.startsWith(sought));

/** The code that holds on a day. */
export const codeOn = ({ codes }: Pick<Area, 'codes'>, day: string): string | undefined =>
  codes.find(({ from, until }) => (from === null || from <= day) && (until === null || until >= day))?.code;
