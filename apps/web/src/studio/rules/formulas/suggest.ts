/** Owns what the editor of formulas offers at the cursor. */
import type { Choice, FactType, LocalizedText } from '@yimen/config';
import { type FormulaFunction, functions, type Parameter } from '@yimen/engine';
import { kindName } from '@yimen/engine/editing';
import { choicesAt, columnsAt, type Frame, listOf, parameterOf, type Reading, readTokens } from './frames';
import { quotedIn, type Token } from './tokens';
import { regionsOf, type Writing } from './writing';

export interface Suggestion {
  readonly kind: 'fact' | 'column' | 'list' | 'choice' | 'function' | 'value';
  /** What it is written as. */
  readonly id: string;
  readonly title: LocalizedText;
  /** Of a fact or column. */
  readonly type?: FactType;
  /** What replaces the text between `from` and `to`. */
  readonly insert: string;
  /** Where the cursor goes, counted from the start of what is inserted. */
  readonly cursor: number;
}

export interface Suggestions {
  readonly from: number;
  readonly to: number;
  /** The best first. */
  readonly options: readonly Suggestion[];
}

/** What may stand at a place of a text; nothing outside its formulas. */
export function suggestionsAt(text: string, position: number, writing: Writing): Suggestions | undefined {
  const region = regionsOf(text, writing.kind).find(({ start, end }) => start <= position && position <= end);
  if (!region) return undefined;
  const found = inFormula(text.slice(region.start, region.end), position - region.start, writing);
  return found && { ...found, from: found.from + region.start, to: found.to + region.start };
}

function inFormula(formula: string, position: number, writing: Writing): Suggestions | undefined {
  // What follows the cursor must not change what is expected there.
  const before = readTokens(formula.slice(0, position));
  const last = before.tokens.at(-1);
  if (last?.kind === 'text' && !quotedIn(last).closed) return quotedSuggestions(formula, position, before, writing);
  const typed = last?.kind === 'name' && last.end === position ? last.text : '';
  const from = position - typed.length;
  const index = typed === '' ? before.tokens.length : before.tokens.length - 1;
  const previous = before.tokens[index - 1];
  if (previous && !opensPlace(previous)) return undefined;
  const to = position + (typed === '' ? 0 : restOfName(formula, position));
  const options = ranked(offered(before, index, formula.slice(to), writing), typed, writing.language);
  return { from, to, options };
}

/** After a sign, a bracket or a comma a name may follow; after a name or a value it may not. */
const opensPlace = ({ kind }: Token): boolean => kind === 'sign' || kind === 'open' || kind === 'comma';

const restOfName = (formula: string, position: number): number => {
  const [first] = readTokens(`x${formula.slice(position)}`).tokens;
  return (first?.end ?? 1) - 1;
};

function quotedSuggestions(formula: string, position: number, before: Reading, writing: Writing) {
  const index = before.tokens.length - 1;
  const { content, start } = quotedIn(before.tokens[index] as Token);
  const whole = readTokens(formula).tokens.find((token) => token.kind === 'text' && token.start === start - 1);
  const quoted = whole && quotedIn(whole);
  const rest = quoted?.closed ? '' : '"';
  const options = choicesAt(before, index, writing.scope).map((choice) => choiceOf(choice, '', rest));
  return {
    from: start,
    to: quoted?.closed ? quoted.end : position,
    options: ranked(options, content, writing.language),
  };
}

const choiceOf = ({ id, title }: Choice, open: string, close: string): Suggestion => {
  const insert = open + id + close;
  return { kind: 'choice', id, title, insert, cursor: insert.length };
};

/** Everything that may stand at the token with this index. */
function offered(reading: Reading, index: number, after: string, writing: Writing): Suggestion[] {
  const frames = reading.framesAt(index);
  const [frame] = frames;
  const parameter = frame && parameterOf(frame);
  if (frame && parameter?.kind === 'list') return listSuggestions(writing);
  if (frame && parameter?.kind === 'column') return columnSuggestions(reading, frame, writing);
  const choices = choicesAt(reading, index, writing.scope).map((choice) => choiceOf(choice, '"', '"'));
  return [...choices, ...names(reading, frames, parameter, writing), ...functionSuggestions(after)];
}

const plain = (kind: Suggestion['kind'], id: string, title: LocalizedText, type?: FactType): Suggestion => ({
  kind,
  id,
  title,
  insert: id,
  cursor: id.length,
  ...(type ? { type } : {}),
});

const listSuggestions = ({ lists }: Writing): Suggestion[] =>
  [...lists.values()].map(({ id, title }) => plain('list', id, title));

const columnSuggestions = (reading: Reading, frame: Frame, { lists }: Writing): Suggestion[] =>
  [...(listOf(reading, frame, lists)?.columns.values() ?? [])].map(({ id, title, type }) =>
    plain('column', id, title, type),
  );

/** Columns of the row at hand, then facts, those of the expected kind first. */
function names(reading: Reading, frames: readonly Frame[], parameter: Parameter | undefined, writing: Writing) {
  const { dictionary, barred, kind, scope } = writing;
  const columns = [...(columnsAt(reading, frames, scope)?.values() ?? [])];
  const facts = [...dictionary.facts.values()].filter(
    ({ id, type, personal }) => type && !barred.has(id) && !(kind === 'template' && (personal || isArea(type))),
  );
  const fitting = (type: FactType | undefined) => (type && expects(parameter, type) ? 0 : 1);
  return [
    ...columns.map(({ id, title, type }) => plain('column', id, title, type)),
    ...facts
      .map(({ id, title, type }) => plain('fact', id, title, type))
      .sort((a, b) => fitting(a.type) - fitting(b.type)),
  ];
}

/** Of an area a reason could tell its id alone. */
const isArea = (type: FactType): boolean => type.kind === 'text' && type.areas !== undefined;

function expects(parameter: Parameter | undefined, { kind }: FactType): boolean {
  switch (parameter?.kind) {
    case undefined:
    case 'any':
      return kind !== 'rows' && kind !== 'record' && kind !== 'files';
    case 'collection':
      return kind === 'rows' || kind === 'checklist' || kind === 'files';
    case 'condition':
      return kind === 'boolean' || kind === 'choice';
    case 'amount':
      return kind === 'number';
    default:
      return kind === parameter?.kind;
  }
}

/** The functions that are called by name. */
export const callableFunctions: readonly FormulaFunction[] = [...functions.values()].filter(
  ({ sign }) => sign === undefined,
);

const truths: readonly Suggestion[] = [
  plain('value', 'TRUE', { zh: '是', en: 'yes' }),
  plain('value', 'FALSE', { zh: '否', en: 'no' }),
];

/** A bracket that is there already is used. */
function functionSuggestions(after: string): Suggestion[] {
  const open = /^\s*[(（]/u.test(after);
  const calls = callableFunctions.map(({ id, label }): Suggestion => {
    const insert = open ? id : `${id}()`;
    return { kind: 'function', id, title: label, insert, cursor: id.length + (open ? 0 : 1) };
  });
  return [...calls, ...truths];
}

/** Those that match what was typed, by title or by name: from the beginning before inside. */
function ranked(options: readonly Suggestion[], typed: string, language: Writing['language']): Suggestion[] {
  if (typed === '') return [...options];
  const wanted = typed.toLowerCase();
  const rank = ({ id, title }: Suggestion): number => {
    const places = [id.toLowerCase(), title[language].toLowerCase()].map((word) => word.indexOf(wanted));
    if (places.includes(0)) return 0;
    return places.some((place) => place > 0) ? 1 : 2;
  };
  const matching = [0, 1].map((wantedRank) => options.filter((option) => rank(option) === wantedRank));
  return matching.flat();
}

/** The innermost call around a place of a text, and which of its arguments the place is in. */
export function callAt(
  text: string,
  position: number,
  writing: Writing,
): { readonly fn: FormulaFunction; readonly argument: number } | undefined {
  const region = regionsOf(text, writing.kind).find(({ start, end }) => start <= position && position <= end);
  if (!region) return undefined;
  const before = readTokens(text.slice(region.start, position));
  const frame = before.framesAt(before.tokens.length).find(({ fn }) => fn);
  return frame?.fn && { fn: frame.fn, argument: frame.starts.length - 1 };
}

/** A kind of value as people call it. */
export const typeName = ({ kind }: FactType): LocalizedText => kindName(kind);
