/** Owns reading the state of an impact: what moved, and whether it is still about the draft as it is. Pure. */
import type { ImpactResult, ImpactRun } from '@yimen/contracts';

/** Whether the draft was changed since it was computed. */
export const isStale = (run: ImpactRun, version: number): boolean => run.version !== version;

/** How far it is, in percent. */
export const percentOf = ({ done, total }: ImpactRun): number => (total === 0 ? 0 : Math.floor((done * 100) / total));

type Result = string | null;

export interface MatrixRow {
  readonly before: Result;
  readonly total: number;
  /** Units by result afterwards, in the order of the columns. */
  readonly cells: readonly number[];
}

export interface Matrix {
  readonly columns: readonly Result[];
  readonly rows: readonly MatrixRow[];
}

/** The results that come up as a table, best first, what is open at the end. */
export function matrixOf({ results, matrix }: ImpactResult): Matrix {
  const order: readonly Result[] = [...results.map(({ id }) => id), null];
  const among = (key: 'before' | 'after') => order.filter((id) => matrix.some((cell) => cell[key] === id));
  // What is nowhere before may still come up afterwards; a table of the same results both ways reads easiest.
  const columns = order.filter((id) => among('before').includes(id) || among('after').includes(id));
  const rows = among('before').map((before) => {
    const cells = columns.map((after) => unitsOf(matrix, before, after));
    return { before, cells, total: cells.reduce((sum, units) => sum + units, 0) };
  });
  return { columns, rows };
}

const unitsOf = (matrix: ImpactResult['matrix'], before: Result, after: Result): number =>
  matrix.filter((cell) => cell.before === before && cell.after === after).reduce((sum, { units }) => sum + units, 0);

export interface Moves {
  /** Units whose result is better, or worse, than it was. */
  readonly better: number;
  readonly worse: number;
  /** Units whose result is open. */
  readonly open: number;
}

/** How results moved; those of a desk are in no order. */
export function movesOf({ results, matrix }: ImpactResult): Moves {
  const place = (id: string): number => results.findIndex((each) => each.id === id);
  let [better, worse, open] = [0, 0, 0];
  for (const { before, after, units } of matrix) {
    if (after === null) open += units;
    else if (before !== null && place(after) < place(before)) better += units;
    else if (before !== null && place(after) > place(before)) worse += units;
  }
  return { better, worse, open };
}

/** Units with another result than they had, open ones left aside. */
export const movedUnits = ({ matrix }: ImpactResult): number =>
  matrix.filter(({ before, after }) => before !== after && after !== null).reduce((sum, { units }) => sum + units, 0);
