/** Owns reading of a stored outcome what judging anew compares it with: total, grade, and the score of each line. */
import type { StandardOutcome } from '@yimen/contracts';
import type { Program } from '@yimen/engine';
import { parsedJson } from './parsed-json.js';

/** What a bulk score says of a line instead of points. */
export const INCOMPLETE = -1;
export const NOT_APPLICABLE = -2;

/** In hundredths; scores in the order of the lines of their version, as `BulkScore` has them. */
export interface StoredSheet {
  readonly total: number | null;
  readonly grade: string | null;
  readonly scores: readonly number[];
}

/**
 * A reader of outcomes of one version, as JSON; undefined for what is none. Most of such a text are reasons that nobody
 * asks for here: the few values are found by the names before them, and only a text that is written otherwise is parsed.
 */
export function sheetReader({ lines }: Program): (json: string) => StoredSheet | undefined {
  const ids = lines.map(({ line }) => line.id);
  const marks = ids.map((id) => `${JSON.stringify(id)}:{"status":"`);
  return (json) => found(json, marks) ?? parsed(json, ids);
}

const HEAD = /^\{"status":"[a-z]+","total":(null|[0-9.]+),"grade":(?:null|"([^"\\]*)"),"lines":\{/u;

/** Within a JSON text a mark stands for nothing but a line: in a string its quotes would be escaped. */
function found(json: string, marks: readonly string[]): StoredSheet | undefined {
  const head = HEAD.exec(json);
  if (!head || !json.endsWith('}')) return undefined;
  const scores: number[] = [];
  let at = head[0].length;
  for (const mark of marks) {
    const start = json.indexOf(mark, at);
    const score = start < 0 ? NaN : scoreAt(json, start + mark.length);
    if (Number.isNaN(score)) return undefined;
    scores.push(score);
    at = start + mark.length;
  }
  const [, total = 'null', grade = null] = head;
  return { total: total === 'null' ? null : hundredths(Number(total)), grade, scores };
}

const SCORED = 'scored","score":';

/** The score behind a mark; NaN where none stands there. */
function scoreAt(json: string, at: number): number {
  if (json.startsWith(SCORED, at)) {
    const start = at + SCORED.length;
    return hundredths(Number(json.slice(start, json.indexOf(',', start))));
  }
  if (json.startsWith('incomplete"', at)) return INCOMPLETE;
  return json.startsWith('not-applicable"', at) ? NOT_APPLICABLE : NaN;
}

function parsed(json: string, ids: readonly string[]): StoredSheet | undefined {
  const outcome = parsedJson(json) as StandardOutcome | null | undefined;
  if (typeof outcome?.lines !== 'object' || outcome.lines === null) return undefined;
  const { total, grade, lines } = outcome;
  return {
    total: typeof total === 'number' ? hundredths(total) : null,
    grade: typeof grade === 'string' ? grade : null,
    scores: ids.map((id) => scoreOf(Object.hasOwn(lines, id) ? lines[id] : undefined)),
  };
}

function scoreOf(line: StandardOutcome['lines'][string] | undefined): number {
  if (typeof line?.score === 'number') return hundredths(line.score);
  return line?.status === 'not-applicable' ? NOT_APPLICABLE : INCOMPLETE;
}

const hundredths = (points: number): number => Math.round(points * 100);
