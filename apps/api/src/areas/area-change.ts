/** Owns what a change makes of the tree: the areas that become different, and what is recorded of each. */
import { canonicalJson } from '@yimen/config';
import type { Area, AreaChange, AreaCode, AreaEvent } from '@yimen/contracts';
import { dayBefore } from '../local-day.js';

/** One area after a change, with the kind of event that made it so. */
export interface Changed {
  readonly area: Area;
  readonly kind: AreaEvent['kind'];
}

/** The areas that a change of one makes different, itself first. */
export function applyChange(area: Area, change: AreaChange, all: readonly Area[]): Changed[] {
  switch (change.kind) {
    case 'rename':
      return [{ kind: 'renamed', area: { ...area, name: change.name, type: change.type ?? area.type } }];
    case 'recode':
      return [{ kind: 'recoded', area: { ...area, codes: recoded(area.codes, change.code, change.on) } }];
    case 'move':
      return [{ kind: 'moved', area: { ...area, parent: change.parent } }];
    case 'close':
      return [{ kind: 'closed', area: closedOn(area, change.on) }];
    case 'merge':
      return [
        { kind: 'merged', area: { ...closedOn(area, change.on), mergedInto: change.into } },
        ...all
          .filter(({ parent, closed }) => parent === area.id && closed === null)
          .map((child): Changed => ({ kind: 'moved', area: { ...child, parent: change.into } })),
      ];
  }
}

/** Closing ends the codes too. */
const closedOn = (area: Area, on: string): Area => ({ ...area, closed: on, codes: recoded(area.codes, null, on) });

/** The codes with the one that holds ended the day before, and the next begun. */
function recoded(codes: readonly AreaCode[], next: string | null, on: string): AreaCode[] {
  const ended = codes.map((code) => (code.until === null ? { ...code, until: dayBefore(on) } : code));
  return next === null ? ended : [...ended, { code: next, from: on, until: null }];
}

/** What kind of event turns one state of an area into another; undefined where they are the same. */
export function kindOfChange(before: Area, after: Area): AreaEvent['kind'] | undefined {
  if (canonicalJson(before) === canonicalJson(after)) return undefined;
  if (before.parent !== after.parent) return 'moved';
  if (before.mergedInto !== after.mergedInto) return 'merged';
  if (before.closed !== after.closed) return 'closed';
  if (before.name.zh !== after.name.zh || before.type !== after.type) return 'renamed';
  return canonicalJson(before.codes) === canonicalJson(after.codes) ? 'edited' : 'recoded';
}
