/** Owns the opaque cursors of paged lists. */
import { Refusal } from '../refusal.js';

export const cursorOf = (position: string | number): string => Buffer.from(String(position)).toString('base64url');

/** The position in a cursor; one that this server did not write is refused. */
export function positionOf(cursor: string): string {
  const position = Buffer.from(cursor, 'base64url').toString('utf8');
  if (cursorOf(position) === cursor && position !== '') return position;
  throw badCursor();
}

/** The number in a cursor. */
export function numberOf(cursor: string): number {
  const position = Number(positionOf(cursor));
  if (Number.isSafeInteger(position)) return position;
  throw badCursor();
}

const badCursor = (): Refusal =>
  new Refusal('malformed', 'bad-cursor', {
    zh: '翻页标记无效，请从第一页重新开始',
    en: 'The cursor is not valid; start again at the first page',
  });
