/** Owns making one rule of a method: what an existing rule keeps, and how its reason is worded. */
import type { Condition, LocalizedText, RuleEvent } from '@yimen/config';
import type { RuleDeclaration, TextDeclaration } from '../wording/declaration.js';
import { grouped, sameCondition, sameJson } from './condition-shape.js';
import type { MethodContext } from './method.js';

export interface Made {
  /** The id of a new rule, after the line's. */
  readonly wish: string;
  readonly conditions: Condition;
  readonly event: RuleEvent;
  readonly reason: TextDeclaration;
}

/** A new rule, or the existing one saying this: what says the same already stays as it is written. */
export function madeRule(made: Made, context: MethodContext, existing?: RuleDeclaration): RuleDeclaration {
  const conditions = grouped(made.conditions);
  const { reason, event } = made;
  if (!existing) {
    const id = context.freeId(`${kebab(context.line.id)}-${made.wish}`);
    return { id, clause: context.line.clause, reason, conditions, event };
  }
  return {
    ...existing,
    reason: sameJson(existing.reason, reason) ? existing.reason : reason,
    conditions: sameCondition(existing.conditions, conditions) ? existing.conditions : conditions,
    event: sameJson(existing.event, event) ? existing.event : event,
  };
}

/** `windowStaff` → `window-staff`: ids of rules read so. */
const kebab = (id: string): string => id.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

const LONGEST = 600;
const opening = '\u0001';
const closing = '\u0002';

/** A formula's place in a reason that is made from titles. */
export const place = (formula: string): string => `${opening}${formula}${closing}`;

/** Words made of titles as a reason: a title's own braces are no formula, and a reason is not a page. */
export const reasonWords = (words: LocalizedText): LocalizedText => ({
  zh: plainWords(words.zh),
  en: plainWords(words.en),
});

function plainWords(words: string): string {
  const plain = words.replaceAll('{', '（').replaceAll('}', '）');
  const short = plain.length > LONGEST && !plain.includes(opening) ? `${plain.slice(0, LONGEST)}…` : plain;
  return short.replaceAll(opening, '{').replaceAll(closing, '}');
}

/** The rule's reason where it is not the one that would be made: somebody worded it. */
export function ownReason(rule: RuleDeclaration, made: TextDeclaration): { readonly reason?: TextDeclaration } {
  const { reason } = rule;
  return reason === undefined || sameJson(reason, made) ? {} : { reason };
}

/** A reason whose formulas name other facts than before. Texts in quotes are left alone. */
export function renamedReason(reason: TextDeclaration, names: ReadonlyMap<string, string>): TextDeclaration {
  const renamed = (text: string): string =>
    text.replace(/\{[^{}]*\}/gu, (formula) =>
      formula.replace(/"[^"]*"|[A-Za-z][A-Za-z0-9]*/gu, (token) => names.get(token) ?? token),
    );
  return { zh: renamed(reason.zh), ...(reason.en === undefined ? {} : { en: renamed(reason.en) }) };
}
