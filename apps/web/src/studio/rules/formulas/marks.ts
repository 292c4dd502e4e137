/** Owns which words of a formula are names, and the titles that people know them by. */

import { choicesAt, columnsAt, listOf, parameterOf, type Reading, readTokens } from './frames';
import { quotedIn } from './tokens';
import type { Region, Writing } from './writing';
import { regionsOf } from './writing';

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly kind: 'fact' | 'column' | 'list' | 'choice';
}

/** Every name in the formulas of a text that has a title. */
export const marksIn = (text: string, writing: Writing): Mark[] =>
  regionsOf(text, writing.kind).flatMap((region) => marksOfRegion(text, region, writing));

function marksOfRegion(text: string, { start, end }: Region, writing: Writing): Mark[] {
  const reading = readTokens(text.slice(start, end));
  return reading.tokens.flatMap((_, index) => {
    const mark = markAt(reading, index, writing);
    return mark ? [{ ...mark, start: mark.start + start, end: mark.end + start }] : [];
  });
}

function markAt(reading: Reading, index: number, writing: Writing): Mark | undefined {
  const token = reading.tokens[index];
  if (token?.kind === 'text') return choiceMark(reading, index, writing);
  if (token?.kind !== 'name' || reading.tokens[index + 1]?.kind === 'open') return undefined;
  const named = titleOf(reading, index, writing);
  return named && { start: token.start, end: token.end, ...named };
}

function choiceMark(reading: Reading, index: number, { scope, language }: Writing): Mark | undefined {
  const token = reading.tokens[index];
  if (!token) return undefined;
  const { content, start, end, closed } = quotedIn(token);
  const choice = closed ? choicesAt(reading, index, scope).find(({ id }) => id === content) : undefined;
  return choice && { start, end, title: choice.title[language], kind: 'choice' };
}

/** What a name stands for at its place. */
function titleOf(reading: Reading, index: number, writing: Writing): Pick<Mark, 'title' | 'kind'> | undefined {
  const { language, lists, scope } = writing;
  const name = reading.tokens[index]?.text ?? '';
  const frames = reading.framesAt(index);
  const [frame] = frames;
  const kind = frame && parameterOf(frame)?.kind;
  if (kind === 'list') {
    const list = lists.get(name);
    return list && { title: list.title[language], kind: 'list' };
  }
  if (frame && kind === 'column') {
    const column = listOf(reading, frame, lists)?.columns.get(name);
    return column && { title: column.title[language], kind: 'column' };
  }
  const column = columnsAt(reading, frames, scope)?.get(name);
  if (column) return { title: column.title[language], kind: 'column' };
  const fact = writing.dictionary.facts.get(name);
  return fact && { title: fact.title[language], kind: 'fact' };
}

/** The fact that the token with this index names. */
export function namedFactAt(reading: Reading, index: number, writing: Writing): string | undefined {
  const token = reading.tokens[index];
  if (token?.kind !== 'name' || reading.tokens[index + 1]?.kind === 'open') return undefined;
  return titleOf(reading, index, writing)?.kind === 'fact' ? token.text : undefined;
}
