/** Owns how a compiled standard hands out what it found: as objects, or as the JSON text of the same objects. */
import { emitTemplate } from '../formula/template.js';
import type { LineNode, RuleNode } from '../program/program.js';
import type { Writer } from './writer.js';

/** What is known where a rendering writes: variables `s<n>` (a line's hundredths), `r<n>` (its reasons), `moved`. */
export interface Rendering {
  readonly begin: string;
  readonly reasons: (index: number) => string;
  readonly reason: (node: RuleNode, index: number, moved: string, writer: Writer) => string;
  readonly line: (node: LineNode, index: number) => string;
  readonly answer: (total: string, issues: string, more: string) => string;
}

const quote = (text: string): string => JSON.stringify(text);

/** The reason's text in the language asked for. */
export function emitText({ reason }: RuleNode, writer: Writer): string {
  return `(zh ? ${emitTemplate(reason, 'zh', writer)} : ${emitTemplate(reason, 'en', writer)})`;
}

const statusOf = (index: number): string =>
  `(s${index} >= 0 ? "scored" : s${index} === -1 ? "incomplete" : "not-applicable")`;
const scoreOf = (index: number): string => `(s${index} >= 0 ? s${index} / 100 : null)`;

export const asObjects: Rendering = {
  begin: 'const lines = {};',
  reasons: (index) => `const r${index} = [];`,
  reason: ({ rule, ...node }, index, moved, writer) =>
    `r${index}.push({ rule: ${quote(rule.id)}, text: ${emitText({ rule, ...node }, writer)}, clause: ${quote(rule.clause)}, points: ${moved} });`,
  line: ({ line }, index) =>
    `lines[${quote(line.id)}] = { status: ${statusOf(index)}, score: ${scoreOf(index)}, points: ${line.points}, reasons: r${index} };`,
  answer: (total, issues, more) => `return { status, total: ${total}, grade, lines, issues: ${issues}${more} };`,
};

/** Pieces of JSON around values: everything but the values is one literal. */
const json = (...pieces: readonly string[]): string =>
  pieces.map((piece, place) => (place % 2 === 0 ? quote(piece) : piece)).join(' + ');

export const asText: Rendering = {
  begin: 'let lines = "";',
  reasons: (index) => `let r${index} = "";`,
  reason: (node, index, moved, writer) => {
    const { id, clause } = node.rule;
    const text = `JSON.stringify(${emitText(node, writer)})`;
    const object = json(`{"rule":${quote(id)},"text":`, text, `,"clause":${quote(clause)},"points":`, moved, '}');
    return `r${index} += (r${index} === "" ? "" : ",") + ${object};`;
  },
  line: ({ line }, index) => {
    const start = `${index === 0 ? '' : ','}${quote(line.id)}:{"status":"`;
    return `lines += ${json(start, statusOf(index), '","score":', scoreOf(index), `,"points":${line.points},"reasons":[`, `r${index}`, ']}')};`;
  },
  answer: (total, issues) =>
    `return ${json('{"status":"', 'status', '","total":', `(${total})`, ',"grade":', 'JSON.stringify(grade)', ',"lines":{', 'lines', '},"issues":', `JSON.stringify(${issues})`, '}')};`,
};
