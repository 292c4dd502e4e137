/** Owns the form in which the units of an impact are kept with it: few numbers each. */

/** Columns of 32-bit numbers, one after the other, and what numbers in them stand for. */
export interface PackedUnits {
  readonly units: number;
  readonly results: readonly string[];
  readonly areas: readonly string[];
  readonly causes: readonly string[];
  /** Deflated, as base64. */
  readonly columns: string;
}

/** The columns that there always are: totals in hundredths, results, the area. Behind them stand bits for the causes. */
export const FIXED = ['sequence', 'area', 'total', 'low', 'high', 'from', 'to'] as const;

/** Causes of which each has its bit in one column. */
const BITS = 30;

/** What stands for null. */
export const NONE = -1;

/** The column and the bit of a cause. */
export const bitOf = (cause: number): readonly [column: number, bit: number] => [
  FIXED.length + Math.floor(cause / BITS),
  1 << (cause % BITS),
];
