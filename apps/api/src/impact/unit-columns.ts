/** Owns collecting the units of an impact while it runs. */
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import type { Judged } from './judged.js';
import { bitOf, FIXED, NONE, type PackedUnits } from './packed-units.js';

/** Where a unit is stored. */
export interface Place {
  readonly sequence: number;
  readonly area: string | null;
}

export interface UnitColumns {
  readonly add: (place: Place, judged: Judged) => void;
  readonly pack: () => Promise<PackedUnits>;
}

const deflate = promisify(deflateRaw);

export function unitColumns(): UnitColumns {
  const [results, areas, causes] = [numbered(), numbered(), numbered()];
  const columns: number[][] = FIXED.map(() => []);
  let units = 0;
  const add = ({ sequence, area }: Place, { before, after, causes: why }: Judged): void => {
    const totals = [before.low ?? NONE, after.low ?? NONE, after.high ?? NONE];
    const row = [sequence, areas.of(area), ...totals, results.of(before.result), results.of(after.result)];
    for (const { id } of why) mark(row, causes.of(id));
    while (columns.length < row.length) columns.push(new Array(units).fill(0));
    for (let index = 0; index < columns.length; index += 1) (columns[index] as number[]).push(row[index] ?? 0);
    units += 1;
  };
  const pack = async (): Promise<PackedUnits> => {
    const numbers = new Int32Array(columns.length * units);
    for (const [index, column] of columns.entries())
      for (let place = 0; place < units; place += 1) numbers[index * units + place] = column[place] as number;
    const bytes = await deflate(new Uint8Array(numbers.buffer), { level: 1 });
    const named = { results: results.names, areas: areas.names, causes: causes.names };
    return { units, ...named, columns: bytes.toString('base64') };
  };
  return { add, pack };
}

function mark(row: number[], cause: number): void {
  const [column, bit] = bitOf(cause);
  while (row.length <= column) row.push(0);
  row[column] = (row[column] as number) | bit;
}

/** Numbers for names, in the order in which they come up. */
function numbered() {
  const names: string[] = [];
  const known = new Map<string, number>();
  const of = (name: string | null): number => {
    if (name === null) return NONE;
    const number = known.get(name);
    if (number !== undefined) return number;
    known.set(name, names.length);
    return names.push(name) - 1;
  };
  return { names, of };
}
