/** Owns what the name of an area must not hold: the trail keeps every name. */
import type { Issue } from '@yimen/config';
import { type Area, personalWithin } from '@yimen/contracts';
import type { PlaceOf } from './area-tree.js';

export const nameIssues = (changed: readonly Area[], place: PlaceOf): Issue[] =>
  changed.flatMap((area) =>
    personalWithin(area.name.zh).map((said): Issue => ({ severity: 'error', ...said, ...place(area, 'name') })),
  );
