/** Owns which values change as a whole, so that a person sees one change and not ten. */
import { isObject } from '../json/same.js';
import type { Step } from './change.js';

/** Keys below which one thing is said: what must hold, what then happens. */
const wholeKeys: ReadonlySet<string> = new Set(['conditions', 'appliesWhen', 'askedWhen', 'if', 'event']);

/** Whether a value at a place is one thing: a text, a condition, an event, the hints of a question, an answer of a case. */
export function isWhole(path: readonly Step[], value: unknown): boolean {
  const last = path.at(-1);
  if (!last) return false;
  if (isText(value)) return true;
  if ('key' in last && path.length > 1 && wholeKeys.has(last.key)) return true;
  const [first] = path as [Step];
  if ('key' in first) return first.key === 'uiSchema' && path.length > 1;
  return path.length > 2 && !isExpectedLines(path);
}

const isText = (value: unknown): boolean =>
  isObject(value) && typeof value.zh === 'string' && Object.keys(value).every((key) => key === 'zh' || key === 'en');

/** What a case expects of lines, each line by itself. */
function isExpectedLines([, inside, below, ...rest]: readonly Step[]): boolean {
  const isExpected = inside !== undefined && 'key' in inside && inside.key === 'expect';
  return isExpected && below !== undefined && 'key' in below && below.key === 'lines' && rest.length === 0;
}
