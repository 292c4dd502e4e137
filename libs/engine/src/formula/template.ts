/** Owns reason templates: text with `{formula}` placeholders, typed, interpreted and emitted. */
import type { FactType, LocalizedText } from '@yimen/config';
import { plainNumber, titlesOf } from '../runtime/runtime.js';
import { emitExpression, type Places } from './emit.js';
import { type Expression, factsOf } from './expression.js';
import { type FactReader, interpret } from './interpret.js';
import type { Span } from './positions.js';
import { isValue } from './type.js';
import { type Scope, type Typed, typeFormula } from './typing.js';

export type Language = 'zh' | 'en';
export type Part = string | Expression;
/** A template in both languages. */
export type Template = Readonly<Record<Language, readonly Part[]>>;
export type TypedTemplate =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly language: Language; readonly message?: LocalizedText };

const separators: Readonly<Record<Language, string>> = { zh: '、', en: ', ' };
const truths: Readonly<Record<Language, readonly [string, string]>> = { zh: ['是', '否'], en: ['yes', 'no'] };

const placeholder = /\{([^{}]*)\}/gu;

/** The formulas between braces, with their places in the text. */
export const placeholdersOf = (text: string): { readonly formula: string; readonly at: Span }[] =>
  [...text.matchAll(placeholder)].map(({ 1: formula = '', index }) => ({
    formula,
    at: { start: index + 1, end: index + 1 + formula.length },
  }));

/** Types the formula of a placeholder; faults are placed within it. Of an area only its id is known here. */
export function typePlaceholder(formula: string, scope: Scope): Typed {
  const typed = typeFormula(formula, scope);
  if (!typed.ok) return typed;
  const { type } = typed.expression;
  const nameless = type.kind === 'text' && type.areas !== undefined;
  if (isValue(type) && !nameless) return typed;
  return {
    ok: false,
    message: { zh: `“${formula}”不能写进说明文字`, en: `"${formula}" cannot be written into a text` },
    at: { start: 0, end: formula.length },
  };
}

/** Types every placeholder of a template. */
export function typeTemplate(text: LocalizedText, scope: Scope): TypedTemplate {
  const parts: Record<Language, Part[]> = { zh: [], en: [] };
  for (const language of ['zh', 'en'] as const) {
    for (const [index, piece] of text[language].split(placeholder).entries()) {
      if (index % 2 === 0) {
        if (piece) parts[language].push(piece);
        continue;
      }
      const typed = typePlaceholder(piece, scope);
      if (!typed.ok) return { ok: false, language, ...(typed.message ? { message: typed.message } : {}) };
      parts[language].push(typed.expression);
    }
  }
  return { ok: true, template: parts };
}

/** The facts a template reads, in either language. */
export function templateFacts(template: Template): Set<string> {
  const expressions = [...template.zh, ...template.en].filter((part): part is Expression => typeof part !== 'string');
  return new Set(expressions.flatMap((expression) => [...factsOf(expression)]));
}

/** The text for given facts. */
export function interpretTemplate(template: Template, language: Language, fact: FactReader): string {
  return template[language]
    .map((part) => (typeof part === 'string' ? part : print(part.type, interpret(part, fact), language)))
    .join('');
}

function print(type: FactType, value: unknown, language: Language): string {
  if (type.kind === 'number') return plainNumber(value);
  if (type.kind === 'boolean') return value === undefined ? '—' : truths[language][value ? 0 : 1];
  if (type.kind === 'choice' || type.kind === 'checklist')
    return titlesOf(value, titlesIn(type, language), separators[language]);
  return value === undefined ? '—' : String(value);
}

const titlesIn = (
  type: Extract<FactType, { kind: 'choice' | 'checklist' }>,
  language: Language,
): Record<string, string> => Object.fromEntries(type.choices.map((choice) => [choice.id, choice.title[language]]));

/** JavaScript for the text in one language. */
export function emitTemplate(template: Template, language: Language, places: Places): string {
  const parts = template[language].map((part) =>
    typeof part === 'string' ? JSON.stringify(part) : emitPrint(part, language, places),
  );
  return parts.length === 0 ? '""' : parts.join(' + ');
}

function emitPrint(expression: Expression, language: Language, places: Places): string {
  const code = emitExpression(expression, places);
  const { type } = expression;
  if (type.kind === 'number') return `plainNumber(${code})`;
  if (type.kind === 'choice' || type.kind === 'checklist') {
    return `titlesOf(${code}, ${places.constant(titlesIn(type, language))}, ${JSON.stringify(separators[language])})`;
  }
  const [yes, no] = truths[language];
  const printed =
    type.kind === 'boolean' ? `(value ? ${JSON.stringify(yes)} : ${JSON.stringify(no)})` : 'String(value)';
  return `((value) => value === undefined ? "—" : ${printed})(${code})`;
}
