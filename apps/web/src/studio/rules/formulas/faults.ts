/** Owns what is wrong with a formula or a template while it is written, and what it results in. */
import type { FactType, LocalizedText } from '@yimen/config';
import { type FormulaFault, placeholdersOf, type Span, typeFormula, typePlaceholder } from '@yimen/engine/editing';
import { readTokens } from './frames';
import { namedFactAt } from './marks';
import type { Writing } from './writing';

/** A fault with a message of the type rules, or of a kind that has words of its own. */
export type FormulaProblem = { readonly at: Span } & (
  | { readonly kind: 'types'; readonly message: LocalizedText }
  /** Braces that do not come in pairs. */
  | { readonly kind: 'braces' }
  /** Named although computed from the fact that is defined. */
  | { readonly kind: 'circle' | 'itself'; readonly fact: string }
  /** Named although its own formula is not right. */
  | { readonly kind: 'broken' }
  /** Not written as a formula is, or not to its end. */
  | { readonly kind: 'malformed' | 'unfinished' }
);

export interface FormulaReading {
  readonly problems: readonly FormulaProblem[];
  /** The result of a formula that is right. */
  readonly result?: { readonly type: FactType; readonly blank: boolean };
}

export const readFormula = (text: string, writing: Writing): FormulaReading =>
  writing.kind === 'template' ? { problems: templateProblems(text, writing) } : formulaReading(text, writing);

function formulaReading(text: string, writing: Writing): FormulaReading {
  if (text.trim() === '') return { problems: [] };
  const circles = circlesIn(text, writing);
  if (circles.length > 0) return { problems: circles };
  const typed = typeFormula(text, writing.scope);
  if (typed.ok) return { problems: [], result: { type: typed.expression.type, blank: typed.expression.blank } };
  return { problems: [problemOf(typed, { start: 0, end: text.length })] };
}

function problemOf(fault: Partial<FormulaFault>, { end }: Span): FormulaProblem {
  const at = fault.at ?? { start: 0, end };
  if (fault.malformed) return { kind: at.start === end ? 'unfinished' : 'malformed', at };
  return fault.message ? { kind: 'types', message: fault.message, at } : { kind: 'broken', at };
}

/** The names of facts that are computed from the one that this formula defines. */
function circlesIn(text: string, writing: Writing): FormulaProblem[] {
  if (writing.barred.size === 0) return [];
  const [itself] = writing.barred;
  const reading = readTokens(text);
  return reading.tokens.flatMap(({ start, end }, index): FormulaProblem[] => {
    const fact = namedFactAt(reading, index, writing);
    if (fact === undefined || !writing.barred.has(fact)) return [];
    return [{ kind: fact === itself ? 'itself' : 'circle', fact, at: { start, end } }];
  });
}

function templateProblems(text: string, { scope }: Writing): FormulaProblem[] {
  const problems = placeholdersOf(text).flatMap(({ formula, at }) => {
    const typed = typePlaceholder(formula, scope);
    if (typed.ok) return [];
    const problem = problemOf(typed, { start: 0, end: formula.length });
    return [{ ...problem, at: { start: at.start + problem.at.start, end: at.start + problem.at.end } }];
  });
  const left = text.replace(/\{[^{}]*\}/gu, (whole) => ' '.repeat(whole.length));
  const braces = [...left.matchAll(/[{}]/gu)].map(({ index }) => ({ start: index, end: index + 1 }));
  return [...problems, ...braces.map((at): FormulaProblem => ({ kind: 'braces', at }))];
}
