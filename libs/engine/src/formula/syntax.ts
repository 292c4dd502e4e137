/** Owns how formula text becomes a syntax tree: the operators, the accepted nodes, full-width input. */
import type { LocalizedText } from '@yimen/config';
import jsep from 'jsep';
import { notePosition, type Plain, replaced, type Span, spanOf } from './positions.js';

/** A part of a formula, with its place in the text as typed where it was read from one. */
export type Syntax = { readonly at?: Span } & (
  | { readonly type: 'constant'; readonly value: number | string | boolean }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly Syntax[] }
);

/** A part of a formula that is wrong, and why. */
export interface FormulaFault {
  readonly message: LocalizedText;
  /** Its place in the text as typed; empty where something is missing. */
  readonly at: Span;
  /** Set where the text is no formula at all, so that its message can only tell the place. */
  readonly malformed?: true;
}

export type SyntaxResult = { readonly ok: true; readonly syntax: Syntax } | ({ readonly ok: false } & FormulaFault);

/** Infix operators as people type them, with the catalogue function each stands for. */
const infix: Record<string, { readonly name: string; readonly precedence: number }> = {
  '=': { name: 'EQUAL', precedence: 1 },
  '<>': { name: 'DIFFERENT', precedence: 1 },
  '<': { name: 'LESS', precedence: 2 },
  '<=': { name: 'LESS_OR_EQUAL', precedence: 2 },
  '>': { name: 'GREATER', precedence: 2 },
  '>=': { name: 'GREATER_OR_EQUAL', precedence: 2 },
  '+': { name: 'ADD', precedence: 3 },
  '-': { name: 'SUBTRACT', precedence: 3 },
  '*': { name: 'MULTIPLY', precedence: 4 },
  '/': { name: 'DIVIDE', precedence: 4 },
};

jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
jsep.addUnaryOp('-');
jsep.addLiteral('TRUE', true);
jsep.addLiteral('FALSE', false);
for (const [sign, { precedence }] of Object.entries(infix)) jsep.addBinaryOp(sign, precedence);
jsep.hooks.add('gobble-token', notePosition);

const MAX_LENGTH = 2000;
const MAX_DEPTH = 40;
const fullWidth: Record<string, string> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '＋': '+',
  '－': '-',
  '＊': '*',
  '／': '/',
  '＝': '=',
  '＜': '<',
  '＞': '>',
  '“': '"',
  '”': '"',
  '×': '*',
  '÷': '/',
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
};

/** Parses a formula as an administrator typed it. Never throws. */
export function parseFormula(text: string): SyntaxResult {
  const whole = { start: 0, end: text.length };
  if (text.length > MAX_LENGTH)
    return fault(
      { start: MAX_LENGTH, end: text.length },
      `公式超过 ${MAX_LENGTH} 个字符，请拆成几个推导量`,
      `The formula is longer than ${MAX_LENGTH} characters; split it into several derived facts`,
    );
  const plain = halfWidth(text);
  try {
    return { ok: true, syntax: accept(jsep(plain.text), plain, 0) };
  } catch (error) {
    if (error instanceof Unaccepted) return { ok: false, message: error.text, at: error.at };
    const index = (error as { index?: number }).index;
    if (index === undefined) return malformed(whole, '', '');
    const at = plain.typed({ start: index, end: Math.min(index + 1, plain.text.length) });
    return malformed(at, `第 ${at.start + 1} 个字符附近`, ` near character ${at.start + 1}`);
  }
}

const malformed = (at: Span, zh: string, en: string): SyntaxResult => ({
  ok: false,
  message: {
    zh: `公式写法有误${zh}，请检查括号、逗号和引号`,
    en: `The formula is malformed${en}; check brackets, commas and quotes`,
  },
  at,
  malformed: true,
});

function fault(at: Span, zh: string, en: string): SyntaxResult {
  return { ok: false, message: { zh, en }, at };
}

/** Replaces full-width signs outside quoted text, as Chinese input methods produce them. */
function halfWidth(text: string): Plain {
  let quote = '';
  return replaced(text, (char) => {
    const plain = quote === '' || fullWidth[char] === quote ? (fullWidth[char] ?? char) : char;
    if (plain === quote) quote = '';
    else if (quote === '' && (plain === '"' || plain === "'")) quote = plain;
    return plain;
  });
}

class Unaccepted extends Error {
  constructor(
    readonly at: Span,
    readonly text: LocalizedText,
  ) {
    super(text.en);
  }
}

function accept(node: jsep.Expression, plain: Plain, depth: number): Syntax {
  const at = plain.typed(spanOf(node));
  if (depth > MAX_DEPTH)
    throw new Unaccepted(at, {
      zh: '公式嵌套过深，请拆成几个推导量',
      en: 'The formula is nested too deeply; split it into several derived facts',
    });
  const inner = (child: unknown): Syntax => accept(child as jsep.Expression, plain, depth + 1);
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'number' && !Number.isFinite(node.value))
        throw new Unaccepted(at, {
          zh: '数字太大，不能计算，请写小一些',
          en: 'The number is too large to reckon with; write a smaller one',
        });
      return { type: 'constant', value: node.value as number | string | boolean, at };
    case 'Identifier':
      return { type: 'name', name: node.name as string, at };
    case 'UnaryExpression':
      return negate(inner(node.argument), at);
    case 'BinaryExpression':
      return {
        type: 'call',
        name: infix[node.operator as string]?.name ?? '',
        args: [inner(node.left), inner(node.right)],
        at,
      };
    case 'CallExpression':
      return call(node, inner, at);
    default:
      throw new Unaccepted(node.type === 'Compound' ? secondPart(node, plain) : at, {
        zh: '公式里只能有数字、文字、名称、运算符和函数',
        en: 'A formula holds only numbers, texts, names, operators and functions',
      });
  }
}

/** Where a second formula begins; nothing connects it with the first. */
function secondPart(node: jsep.Expression, plain: Plain): Span {
  const [, second] = node.body as jsep.Expression[];
  return plain.typed(second ? spanOf(second) : { start: 0, end: plain.text.length });
}

function negate(operand: Syntax, at: Span): Syntax {
  if (operand.type === 'constant' && typeof operand.value === 'number')
    return { type: 'constant', value: -operand.value, at };
  return { type: 'call', name: 'SUBTRACT', args: [{ type: 'constant', value: 0 }, operand], at };
}

function call(node: jsep.Expression, inner: (child: unknown) => Syntax, at: Span): Syntax {
  const callee = node.callee as jsep.Expression;
  if (callee.type !== 'Identifier')
    throw new Unaccepted(at, { zh: '括号前面应是函数名', en: 'A function name is expected before the bracket' });
  return { type: 'call', name: callee.name as string, args: (node.arguments as unknown[]).map(inner), at };
}
