/** Owns what surrounds a place in a formula: the calls it stands in, and what names mean there. */
import type { Column, FactType, List } from '@yimen/config';
import { type FormulaFunction, functions, type Parameter } from '@yimen/engine';
import { type Scope, typeFormula } from '@yimen/engine/editing';
import { type Token, tokensOf } from './tokens';

/** An open bracket: the function before it, if any, and the tokens at which its arguments begin. */
export interface Frame {
  readonly fn: FormulaFunction | undefined;
  readonly starts: readonly number[];
}

/** A formula's tokens, each with the frames around it, innermost first. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Of the token with this index; of the end of the text where there is none. */
  readonly framesAt: (index: number) => readonly Frame[];
}

export function readTokens(text: string): Reading {
  const tokens = tokensOf(text);
  const around: (readonly Frame[])[] = [];
  let frames: readonly Frame[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'close') frames = frames.slice(1);
    around.push(frames);
    if (token.kind === 'open') frames = [{ fn: calledAt(tokens, index), starts: [index + 1] }, ...frames];
    const [innermost, ...outer] = frames;
    if (token.kind === 'comma' && innermost)
      frames = [{ ...innermost, starts: [...innermost.starts, index + 1] }, ...outer];
  }
  around.push(frames);
  return { text, tokens, framesAt: (index) => around[Math.min(index, tokens.length)] ?? [] };
}

function calledAt(tokens: readonly Token[], open: number): FormulaFunction | undefined {
  const before = tokens[open - 1];
  const fn = before?.kind === 'name' ? functions.get(before.text) : undefined;
  return fn?.sign === undefined ? fn : undefined;
}

/** What is expected at the argument that a frame is in. */
export function parameterOf({ fn, starts }: Frame): Parameter | undefined {
  if (!fn) return undefined;
  const last = fn.parameters.at(-1);
  return fn.parameters[starts.length - 1] ?? (last?.rest ? last : undefined);
}

/** The text of a frame's first argument. */
function firstArgument({ text, tokens }: Reading, { starts }: Frame): string {
  const [from, next] = starts;
  const first = tokens[from ?? 0];
  const last = next === undefined ? undefined : tokens[next - 2];
  return first ? text.slice(first.start, last?.end ?? text.length) : '';
}

/** The list that a frame's first argument names. */
export function listOf(reading: Reading, frame: Frame, lists: ReadonlyMap<string, List>): List | undefined {
  return frame.fn?.parameters[0]?.kind === 'list' ? lists.get(firstArgument(reading, frame)) : undefined;
}

/** The columns that names stand for at a place: those of the innermost call that computes something for each row. */
export function columnsAt(
  reading: Reading,
  frames: readonly Frame[],
  scope: Scope,
): ReadonlyMap<string, Column> | undefined {
  const each = frames.find((frame) => ['condition', 'amount'].includes(parameterOf(frame)?.kind ?? ''));
  if (!each || each.starts.length < 2) return undefined;
  const list = listOf(reading, each, scope.lists);
  if (list) return list.columns;
  const type = typeOf(firstArgument(reading, each), scope);
  return type?.kind === 'rows' ? type.columns : undefined;
}

/** A scope in which columns come before facts. */
export const scopeWith = (columns: ReadonlyMap<string, Column> | undefined, scope: Scope): Scope => ({
  lists: scope.lists,
  fact: (id) => {
    const column = columns?.get(id);
    return column ? { type: column.type, blank: !column.required } : scope.fact(id);
  },
});

function typeOf(formula: string, scope: Scope): FactType | undefined {
  const typed = typeFormula(formula, scope);
  return typed.ok ? typed.expression.type : undefined;
}

/** The choices that a text at this token can be one of: those of what it is compared with, or looked up in. */
export function choicesAt(reading: Reading, index: number, scope: Scope) {
  const frames = reading.framesAt(index);
  const inner = scopeWith(columnsAt(reading, frames, scope), scope);
  const [frame] = frames;
  if (frame && parameterOf(frame)?.kind === 'choice' && frame.starts.at(-1) === index) {
    const list = listOf(reading, frame, scope.lists);
    return list ? list.choices : choicesOf(typeOf(firstArgument(reading, frame), inner));
  }
  const sign = reading.tokens[index - 1];
  if (sign?.kind !== 'sign' || !['=', '＝', '<>', '≠'].includes(sign.text)) return [];
  return choicesOf(typeOf(operandBefore(reading, index - 1), inner));
}

const choicesOf = (type: FactType | undefined) =>
  type?.kind === 'choice' || type?.kind === 'checklist' ? type.choices : [];

/** The text of the name or call that ends before a token. */
function operandBefore({ text, tokens }: Reading, index: number): string {
  const last = tokens[index - 1];
  if (!last) return '';
  if (last.kind !== 'close') return text.slice(last.start, last.end);
  let depth = 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    if (tokens[at]?.kind === 'close') depth += 1;
    if (tokens[at]?.kind === 'open') depth -= 1;
    if (depth === 0) {
      const before = tokens[at - 1];
      const start = before?.kind === 'name' ? before.start : (tokens[at]?.start ?? 0);
      return text.slice(start, last.end);
    }
  }
  return '';
}
