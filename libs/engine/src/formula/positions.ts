/** Owns where the parts of a formula stand in its text, in spite of signs that are replaced before parsing. */
import type jsep from 'jsep';

/** A part of a text: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text as the parser reads it, and the way back to the text as it was typed. */
export interface Plain {
  readonly text: string;
  /** Where a part of `text` stands in the typed text. */
  readonly typed: (span: Span) => Span;
}

/** Replaces characters by what `replace` says, keeping the way back. */
export function replaced(typed: string, replace: (char: string) => string): Plain {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const char of typed) {
    const plain = replace(char);
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(at);
      ends.push(at + char.length);
    }
    text += plain;
    at += char.length;
  }
  const back = ({ start, end }: Span): Span => {
    const first = starts[start] ?? at;
    return { start: first, end: end > start ? (ends[end - 1] ?? at) : first };
  };
  return { text, typed: back };
}

type Parser = jsep.HookScope & { inner?: boolean };

/** A hook of jsep, which keeps no places itself: notes on every token where it stands. */
export function notePosition(this: Parser, env: { node?: jsep.Expression }): void {
  // Asked for a token, it reads that very token through the parser once more, between two looks at the place.
  if (this.inner) {
    this.inner = false;
    return;
  }
  const start = this.index;
  this.inner = true;
  const node = this.gobbleToken();
  // An empty pair of brackets was read: reading it once more at every level would take for ever.
  if (!node && this.index > start) this.throwError('Expected expression');
  if (!node) return;
  node.start = start;
  node.end = start + this.expr.slice(start, this.index).trimEnd().length;
  env.node = node;
}

/** Where a node stands; an operation from its first operand to its last. */
export function spanOf(node: jsep.Expression): Span {
  if (typeof node.start === 'number' && typeof node.end === 'number') return { start: node.start, end: node.end };
  if (node.type === 'BinaryExpression')
    return { start: spanOf(node.left as jsep.Expression).start, end: spanOf(node.right as jsep.Expression).end };
  return { start: 0, end: 0 };
}
