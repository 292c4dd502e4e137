/** Owns what the editor of formulas knows while somebody writes: the names there are, and which texts are formulas. */
import type { List } from '@yimen/config';
import { placeholdersOf, type Scope } from '@yimen/engine/editing';
import { type FactDictionary, scopeOf } from '../fact-dictionary';
import { dependentsOf } from './cycles';

/** A piece of the text that is a formula. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

export interface Writing {
  readonly dictionary: FactDictionary;
  readonly lists: ReadonlyMap<string, List>;
  readonly scope: Scope;
  readonly language: 'zh' | 'en';
  /** A formula, or a text with formulas between braces. */
  readonly kind: 'formula' | 'template';
  /** Facts that may not be named. */
  readonly barred: ReadonlySet<string>;
}

export interface WritingOptions {
  readonly dictionary: FactDictionary;
  readonly lists?: ReadonlyMap<string, List> | undefined;
  readonly language: 'zh' | 'en';
  readonly kind: Writing['kind'];
  /** The derived fact that the formula defines. */
  readonly placeOf?: string | undefined;
}

export function writingOf({ dictionary, lists = dictionary.lists, language, kind, placeOf }: WritingOptions): Writing {
  const barred = placeOf === undefined ? new Set<string>() : dependentsOf(placeOf, dictionary);
  return { dictionary, lists, scope: scopeOf(dictionary, lists), language, kind, barred };
}

/** The formulas in a text; an open brace at its end begins one. */
export function regionsOf(text: string, kind: Writing['kind']): Region[] {
  if (kind === 'formula') return [{ start: 0, end: text.length }];
  const open = text.lastIndexOf('{');
  const closed = placeholdersOf(text).map(({ at }) => at);
  return open > text.lastIndexOf('}') ? [...closed, { start: open + 1, end: text.length }] : closed;
}
