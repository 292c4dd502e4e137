/** Owns finding units among those that are kept with an impact. */
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import type { Judged } from './judged.js';
import { bitOf, FIXED, NONE, type PackedUnits } from './packed-units.js';

/** One unit that the draft judges otherwise. */
export interface Unit {
  readonly sequence: number;
  readonly before: Judged['before'];
  readonly after: Judged['after'];
  readonly causes: readonly string[];
}

/** Which units are asked for; null stands for a result that is open. */
export interface UnitFilter {
  readonly before?: string | null | undefined;
  readonly after?: string | null | undefined;
  readonly cause?: string | undefined;
  /** Whether somebody may see those of an area. */
  readonly seen?: ((area: string | null) => boolean) | undefined;
}

export interface KeptUnits {
  /** The places of the units asked for, in the order of arrival. */
  readonly matching: (filter: UnitFilter) => number[];
  readonly at: (place: number) => Unit;
}

type Fixed = (typeof FIXED)[number];

const inflate = promisify(inflateRaw);

export async function keptUnits(packed: PackedUnits): Promise<KeptUnits> {
  const { units, results, causes } = packed;
  const bytes = await inflate(Buffer.from(packed.columns, 'base64'));
  const numbers = new Int32Array(new Uint8Array(bytes).buffer);
  const column = (index: number): Int32Array => numbers.subarray(index * units, (index + 1) * units);
  const fixed = (name: Fixed): Int32Array => column(FIXED.indexOf(name));
  const orNull = (name: Fixed, place: number): number | null => {
    const value = fixed(name)[place] as number;
    return value === NONE ? null : value;
  };
  const resultAt = (name: 'from' | 'to', place: number): string | null => results[fixed(name)[place] as number] ?? null;
  const caused = (cause: number): ((place: number) => boolean) => {
    const [index, bit] = bitOf(cause);
    const bits = column(index);
    return (place) => ((bits[place] as number) & bit) !== 0;
  };
  return {
    matching: (filter) => {
      const [from, to, area] = [fixed('from'), fixed('to'), fixed('area')];
      const [before, after] = [numberOf(filter.before, results), numberOf(filter.after, results)];
      const by = filter.cause === undefined ? always : caused(causes.indexOf(filter.cause));
      const seen = filter.seen && [null, ...packed.areas].map(filter.seen);
      const found: number[] = [];
      if (filter.cause !== undefined && !causes.includes(filter.cause)) return found;
      for (let place = 0; place < units; place += 1)
        if (
          (before === undefined || from[place] === before) &&
          (after === undefined || to[place] === after) &&
          by(place) &&
          (!seen || seen[(area[place] as number) + 1])
        )
          found.push(place);
      return found;
    },
    at: (place) => {
      const total = orNull('total', place);
      return {
        sequence: fixed('sequence')[place] as number,
        before: { low: total, high: total, result: resultAt('from', place) },
        after: { low: orNull('low', place), high: orNull('high', place), result: resultAt('to', place) },
        causes: causes.filter((_, cause) => caused(cause)(place)),
      };
    },
  };
}

const always = (): boolean => true;

/** The number of a result that is asked for; of one that never came up, a number that no unit has. */
function numberOf(result: string | null | undefined, results: readonly string[]): number | undefined {
  if (result === undefined) return undefined;
  if (result === null) return NONE;
  const number = results.indexOf(result);
  return number < 0 ? results.length : number;
}
