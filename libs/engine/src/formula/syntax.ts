/** Owns how formula text becomes a syntax tree: the operators, the accepted nodes, full-width input. */
import type { LocalizedText } from '@yimen/config';
import jsep from 'jsep';

export type Syntax =
  | { readonly type: 'constant'; readonly value: number | string | boolean }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly Syntax[] };

export type SyntaxResult =
  | { readonly ok: true; readonly syntax: Syntax }
  | { readonly ok: false; readonly message: LocalizedText };

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
  if (text.length > MAX_LENGTH)
    return fault(
      `公式超过 ${MAX_LENGTH} 个字符，请拆成几个推导量`,
      `The formula is longer than ${MAX_LENGTH} characters; split it into several derived facts`,
    );
  try {
    return { ok: true, syntax: accept(jsep(halfWidth(text)), 0) };
  } catch (error) {
    if (error instanceof Unaccepted) return { ok: false, message: error.text };
    const at = (error as { index?: number }).index;
    const place =
      at === undefined ? { zh: '', en: '' } : { zh: `第 ${at + 1} 个字符附近`, en: ` near character ${at + 1}` };
    return fault(
      `公式写法有误${place.zh}，请检查括号、逗号和引号`,
      `The formula is malformed${place.en}; check brackets, commas and quotes`,
    );
  }
}

function fault(zh: string, en: string): SyntaxResult {
  return { ok: false, message: { zh, en } };
}

/** Replaces full-width signs outside quoted text, as Chinese input methods produce them. */
function halfWidth(text: string): string {
  let quote = '';
  return Array.from(text, (char) => {
    const plain = quote === '' || fullWidth[char] === quote ? (fullWidth[char] ?? char) : char;
    if (plain === quote) quote = '';
    else if (quote === '' && (plain === '"' || plain === "'")) quote = plain;
    return plain;
  }).join('');
}

class Unaccepted extends Error {
  constructor(readonly text: LocalizedText) {
    super(text.en);
  }
}

function accept(node: jsep.Expression, depth: number): Syntax {
  if (depth > MAX_DEPTH)
    throw new Unaccepted({
      zh: '公式嵌套过深，请拆成几个推导量',
      en: 'The formula is nested too deeply; split it into several derived facts',
    });
  const inner = (child: unknown): Syntax => accept(child as jsep.Expression, depth + 1);
  switch (node.type) {
    case 'Literal':
      return { type: 'constant', value: node.value as number | string | boolean };
    case 'Identifier':
      return { type: 'name', name: node.name as string };
    case 'UnaryExpression':
      return negate(inner(node.argument));
    case 'BinaryExpression':
      return {
        type: 'call',
        name: infix[node.operator as string]?.name ?? '',
        args: [inner(node.left), inner(node.right)],
      };
    case 'CallExpression':
      return call(node, inner);
    default:
      throw new Unaccepted({
        zh: '公式里只能有数字、文字、名称、运算符和函数',
        en: 'A formula holds only numbers, texts, names, operators and functions',
      });
  }
}

function negate(operand: Syntax): Syntax {
  if (operand.type === 'constant' && typeof operand.value === 'number')
    return { type: 'constant', value: -operand.value };
  return { type: 'call', name: 'SUBTRACT', args: [{ type: 'constant', value: 0 }, operand] };
}

function call(node: jsep.Expression, inner: (child: unknown) => Syntax): Syntax {
  const callee = node.callee as jsep.Expression;
  if (callee.type !== 'Identifier')
    throw new Unaccepted({ zh: '括号前面应是函数名', en: 'A function name is expected before the bracket' });
  return { type: 'call', name: callee.name as string, args: (node.arguments as unknown[]).map(inner) };
}
