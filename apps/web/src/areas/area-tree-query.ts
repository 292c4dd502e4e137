/** Owns asking the server for the tree of areas. */
import { queryOptions } from '@tanstack/react-query';
import { type Area, type AreaLevel, type AreaPage, areaLevels, mostAreas } from '@yimen/contracts';
import { call } from '../server/client';
import { treeOf } from './area-tree';

/** Every area down to a level, closed ones too: what was answered once has a name for ever. */
export const areaTreeQuery = (downTo: AreaLevel = 'community') =>
  queryOptions({
    queryKey: ['areas', 'tree', downTo],
    queryFn: async (): Promise<Area[]> => {
      const areas: Area[] = [];
      for (let next: string | null = ''; next !== null; ) {
        const cursor: string = next ? `&cursor=${next}` : '';
        const page = await call<AreaPage>(`/api/v1/areas?closed=true&downTo=${downTo}&limit=${mostAreas}${cursor}`);
        areas.push(...page.items);
        next = page.next;
      }
      return areas;
    },
    select: treeOf,
    // Nodes know what is above them: nothing that can be compared part by part.
    structuralSharing: false,
  });

/** The lowest of some levels. */
export const lowestOf = (levels: readonly AreaLevel[]): AreaLevel =>
  areaLevels.filter((level) => levels.includes(level)).at(-1) ?? 'community';
