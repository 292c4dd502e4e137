/**
 * Owns the functions that evaluation calls at run time, on the server, in the browser and in a compiled module.
 *
 * Every function here is emitted into compiled modules by its own source text. It may therefore use nothing but its
 * parameters, standard globals and other functions of this file.
 */

export type Rows = readonly Readonly<Record<string, unknown>>[];
export type Items = readonly string[];

/** Removes binary noise: rounds to nine decimals, so that 6.999999999999 is 7. */
export function snap(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** Points to whole hundredths, half up, after snapping noise. Takes values >= 0. */
export function hundredths(points: number): number {
  return Math.floor(Math.round(points * 1e8) / 1e6 + 0.5);
}

/** Half-up rounding to `digits` decimals after snapping noise. */
export function roundTo(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.floor(Math.round(value * scale * 1e9) / 1e9 + 0.5) / scale;
}

/** A strict function of possibly blank arguments: blank as soon as one is. */
export function lift(f: (...values: never[]) => unknown, ...values: unknown[]): unknown {
  for (const value of values) if (value === undefined) return undefined;
  return (f as (...all: unknown[]) => unknown)(...values);
}

/** How many of the required ids are not ticked. */
export function missingCount(required: Items, ticked: Items): number {
  let count = 0;
  for (const id of required) if (!ticked.includes(id)) count += 1;
  return count;
}

/** The ids of `whole` that are not in `part`, in the order of `whole`. */
export function except(whole: Items, part: Items): string[] {
  return whole.filter((id) => !part.includes(id));
}

/** How many rows satisfy the condition; a blank condition does not. */
export function countRows(rows: Rows, condition: (row: Rows[number]) => unknown): number {
  let count = 0;
  for (const row of rows) if (condition(row) === true) count += 1;
  return count;
}

/** Sum of a number over rows; a blank number adds nothing. */
export function sumRows(rows: Rows, amount: (row: Rows[number]) => unknown): number {
  let sum = 0;
  for (const row of rows) sum += (amount(row) as number | undefined) ?? 0;
  return sum;
}

/** The ids of the list rows that satisfy the condition. */
export function selectRows(rows: Rows, condition: (row: Rows[number]) => unknown): string[] {
  const ids: string[] = [];
  for (const row of rows) if (condition(row) === true) ids.push(row.id as string);
  return ids;
}

/** Whole percentage points by which `paid` falls short of `due`; nothing due is nothing short. */
export function shortfallPercent(due: number, paid: number): number {
  if (due <= 0 || paid >= due) return 0;
  return Math.floor(Math.round(((due - paid) / due) * 1e11) / 1e9);
}

/** A value at own properties along a dotted path; `undefined` where the path ends early. */
export function ownPath(value: unknown, path: string): unknown {
  let current = value;
  for (const key of path.split('.')) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Record<string, unknown>)[key];
  }
  return current;
}

/** Whether a text answer is empty. */
export function emptyText(value: unknown): boolean {
  return value === undefined || (value as string).trim() === '';
}

/** Whether a rows answer is not given or lacks a required cell somewhere; a blank text is lacking. */
export function incompleteRows(rows: Rows | undefined, required: Items): boolean {
  if (rows === undefined) return true;
  for (const row of rows)
    for (const column of required) {
      const cell = row[column];
      if (cell === undefined || (typeof cell === 'string' && emptyText(cell))) return true;
    }
  return false;
}

/** A number as people write it: at most four decimals, no trailing zeros. */
export function plainNumber(value: unknown): string {
  return value === undefined ? '—' : String(Math.round((value as number) * 1e4) / 1e4);
}

/** The titles of one id or of several, joined as the language does it. */
export function titlesOf(value: unknown, titles: Readonly<Record<string, string>>, separator: string): string {
  if (value === undefined) return '—';
  const ids = Array.isArray(value) ? (value as Items) : [value as string];
  return ids.map((id) => titles[id] ?? id).join(separator);
}

/** `numerator / denominator` (integers >= 0) as a number with two decimals, half up. */
export function twoDecimals(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator)) / 100;
}

/** A warning per question of the needed ones that is not answered; see `Issue`. */
export function missingAnswers(missing: readonly { pointer: string; zh: string; en: string }[]): object[] {
  return missing.map(({ pointer, zh, en }) => ({
    code: 'answer-missing',
    severity: 'warning',
    document: 'input',
    pointer,
    message: { zh: `请回答：${zh}`, en: `Please answer: ${en}` },
  }));
}

/** Takes the prototypes off plain data, so that looking up a key finds own keys only. */
export function bare<T>(data: T): T {
  if (typeof data !== 'object' || data === null) return data;
  for (const value of Object.values(data)) bare(value);
  return Array.isArray(data) ? data : Object.setPrototypeOf(data, null);
}
