/** Owns which areas a question offers: the units that may be answered and the way to them, and what a search leaves of these. Pure. */
import type { Area, AreaLevel } from '@yimen/contracts';
import { pathWords } from '../areas/area-names';
import type { AreaNode, AreaTree } from '../areas/area-tree';
import type { Language } from '../language';

export interface OfferedArea {
  readonly id: string;
  readonly name: string;
  /** The way to it in words. */
  readonly path: string;
  /** What a search finds it by: a part of its names, or the beginning of a code. */
  readonly own: string;
  readonly codes: readonly string[];
  /** Whether it may be answered; else it only leads to what may. */
  readonly allowed: boolean;
  /** Whether it is what a search was for, and not only on the way or below. */
  readonly hit?: boolean;
  readonly children?: readonly OfferedArea[];
}

export interface Asked {
  readonly levels: readonly AreaLevel[];
  /** What is closed on this day is not offered. */
  readonly day: string;
  readonly language: Language;
}

/** What may be answered and what leads there; a branch that leads nowhere is left out. */
export function offeredAreas({ tops }: AreaTree, asked: Asked): OfferedArea[] {
  const offer = (node: AreaNode, above: readonly Area[]): OfferedArea[] => {
    const { area } = node;
    if (area.closed !== null && area.closed <= asked.day) return [];
    const way = [...above, area];
    const children = (node.children ?? []).flatMap((each) => offer(each, way));
    const allowed = asked.levels.includes(area.level);
    if (!allowed && children.length === 0) return [];
    const { id, name, codes } = area;
    return [
      {
        id,
        allowed,
        name: name[asked.language],
        path: pathWords(way)[asked.language],
        own: `${name.zh} ${name.en}`.toLowerCase(),
        codes: codes.map(({ code }) => code),
        ...(children.length > 0 ? { children } : {}),
      },
    ];
  };
  return tops.flatMap((node) => offer(node, []));
}

export interface Narrowed {
  readonly areas: readonly OfferedArea[];
  /** What has to be unfolded for every hit to be seen. */
  readonly unfolded: readonly string[];
}

/**
 * What a search leaves: `零陵 南津` finds what has every word in its own name or in one above it. What is below a hit
 * stays, folded.
 */
export function narrowed(areas: readonly OfferedArea[], search: string): Narrowed {
  const words = search
    .toLowerCase()
    .split(/[\s/]+/u)
    .filter((word) => word !== '');
  const unfolded: string[] = [];
  const keep = (area: OfferedArea, above: string): { readonly kept: OfferedArea[]; readonly hit: boolean } => {
    const way = `${above} ${area.own}`;
    const inside = (area.children ?? []).map((each) => keep(each, way));
    const kept = inside.flatMap((each) => each.kept);
    const isOwn = (word: string) => area.own.includes(word) || area.codes.some((code) => code.startsWith(word));
    const found = words.every((word) => isOwn(word) || above.includes(word));
    const own = found && words.some(isOwn);
    const below = inside.some(({ hit }) => hit);
    if (below) unfolded.push(area.id);
    if (kept.length === 0 && !(found && area.allowed)) return { kept: [], hit: false };
    const { children: _, ...rest } = area;
    return { kept: [{ ...rest, hit: own, ...(kept.length > 0 ? { children: kept } : {}) }], hit: own || below };
  };
  const kept = areas.flatMap((area) => keep(area, '').kept);
  return { areas: kept, unfolded };
}
