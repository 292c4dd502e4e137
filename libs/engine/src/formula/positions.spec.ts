import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseFormula, type Syntax } from './syntax.js';
import { placeholdersOf } from './template.js';
import { booleanType, numberType } from './type.js';
import { type Scope, typeFormula } from './typing.js';

const scope: Scope = {
  lists: new Map(),
  fact: (id) =>
    ({
      whole: { type: numberType(true, 0, 10), blank: false },
      yes: { type: booleanType, blank: false },
      broken: 'failed' as const,
    })[id],
};

/** The faulty part of a formula, as it was typed. */
function faultOf(formula: string): string | undefined {
  const typed = typeFormula(formula, scope);
  if (typed.ok || !typed.at) return undefined;
  return `${formula.slice(0, typed.at.start)}[${formula.slice(typed.at.start, typed.at.end)}]${formula.slice(typed.at.end)}`;
}

const gap = fc.constantFrom('', ' ', '  ');
const leaf = fc.constantFrom('1', '2.5', 'whole', 'yes', 'TRUE', '"甲，（乙"', '“≤”', "'x'");
const signs = fc.constantFrom('+', '-', '*', '/', '=', '<>', '<=', '＋', '×', '÷', '≤', '≥', '≠');

const formula = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.tuple(tie('formula'), gap, signs, gap, tie('formula')).map((parts) => parts.join('')),
    fc.tuple(gap, tie('formula'), gap).map(([a, inner, b]) => `（${a}${inner}${b})`),
    fc.tuple(tie('formula'), gap, tie('formula')).map(([a, space, b]) => `MAX(${a}，${space}${b}）`),
    tie('formula').map((inner) => `-(${inner})`),
  ),
})).formula;

const bare = (syntax: Syntax): unknown =>
  JSON.parse(JSON.stringify(syntax, (key, value) => (key === 'at' ? undefined : value)));

const partsOf = (syntax: Syntax): Syntax[] => [
  syntax,
  ...(syntax.type === 'call' ? syntax.args.flatMap((argument) => partsOf(argument)) : []),
];

describe('The places in a formula', () => {
  it('cut out of its text what reads the same alone', () => {
    fc.assert(
      fc.property(formula, (text) => {
        const parsed = parseFormula(text);
        expect(parsed.ok).toBe(true);
        if (!parsed.ok) return;
        for (const part of partsOf(parsed.syntax)) {
          // The 0 that a sign without a left side implies was not typed.
          if (!part.at) continue;
          const cut = text.slice(part.at.start, part.at.end);
          expect(cut).toBe(cut.trim());
          const again = parseFormula(cut);
          expect(again.ok && bare(again.syntax)).toEqual(bare(part));
        }
      }),
    );
  });

  it('of a fault lie within its text, whatever was typed', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '（',
      '，',
      ',',
      '"',
      '“',
      'whole',
      ' ',
      '+',
      '≤',
      '-',
      '.',
      '1',
      '甲',
      '{',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const typed = typeFormula(text, scope);
        if (typed.ok) return;
        expect(typed.message?.zh).toMatch(/\p{Script=Han}/u);
        const { start, end } = typed.at ?? { start: -1, end: -1 };
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('are found fast where brackets hold nothing', () => {
    expect(faultOf(`${'('.repeat(40)}${')'.repeat(40)}`)).toContain('[');
  });

  it.each([
    ['1 + hole * 2', '1 + [hole] * 2'],
    ['1 ≤ hole', '1 ≤ [hole]'],
    ['MAX(0，（yes ） )', 'MAX(0，[（yes ）] )'],
    ['NOPE(1) + 2', '[NOPE](1) + 2'],
    ['1 + MAX() ', '1 + [MAX()] '],
    ['2 * (1 / whole)', '2 * [(1 / whole)]'],
    ['whole = "red"', '[whole = "red"]'],
    ['whole +', 'whole +[]'],
    ['whole ) + 1', 'whole [)] + 1'],
    ['≥ whole', '[≥] whole'],
    ['whole yes', 'whole [yes]'],
    ['', '[]'],
  ])('%s is faulty at %s', (text, place) => {
    expect(faultOf(text)).toBe(place);
  });

  it('are without words where the fault is in another formula', () => {
    expect(typeFormula('1 + broken', scope)).toEqual({ ok: false, at: { start: 4, end: 10 } });
  });

  it('of placeholders lie between their braces', () => {
    const text = '缺 {whole} 件：{ MAX(1, whole) }，{未完';
    expect(placeholdersOf(text).map(({ formula, at }) => [formula, text.slice(at.start, at.end)])).toEqual([
      ['whole', 'whole'],
      [' MAX(1, whole) ', ' MAX(1, whole) '],
    ]);
  });
});
