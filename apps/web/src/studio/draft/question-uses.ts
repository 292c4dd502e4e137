/** Owns telling what uses a question, a choice or a column: why it cannot just go. */
import { isObject, pointerTo } from '@yimen/config';
import { readersIn } from '@yimen/engine/editing';
import type { Documents } from './draft-state';
import type { Place } from './place';
import { choiceSource } from './question-kinds';
import { everyQuestion, listIn, objectIn, titleOf } from './question-places';

/** A place that uses a question, in words. */
export interface Use extends Place {
  readonly kind: 'rule' | 'formula' | 'question' | 'desk' | 'condition' | 'list';
  readonly title: { readonly zh: string; readonly en: string };
}

/** Everything that uses a question: rules, formulas, lines, the desk, and questions asked because of its answer. */
export const usesOf = (documents: Documents, id: string): Use[] =>
  oncePerPlace([
    ...readersIn(documents)
      .filter(({ fact }) => fact === id)
      .map(({ document, pointer }) => useAt(documents, document, pointer)),
    ...askersOf(documents, id).map(({ use }) => use),
  ]);

/** The places of rules and formulas that name something: a fact, a list, a column. */
export const placesNaming = (documents: Documents, name: string): Use[] =>
  oncePerPlace(
    [...readersIn(documents).filter(({ fact }) => fact === name), ...pathsTo(documents, name)].map(
      ({ document, pointer }) => useAt(documents, document, pointer),
    ),
  );

/** The conditions that read a column of rows or of a list's row. */
function pathsTo(documents: Documents, column: string): Place[] {
  return readersIn(documents).filter((reader) => {
    const path = pathBeside(documents, reader);
    return path === column || path.endsWith(`.${column}`);
  });
}

/** The questions that are asked because of an answer to another. */
function askersOf(documents: Documents, id: string): { readonly use: Use; readonly values: readonly unknown[] }[] {
  return everyQuestion(documents)
    .filter((each) => each.id !== id && each.asked.some(({ fact }) => fact === id))
    .map(({ form, question, document, pointer, id: asker, asked }) => ({
      use: { kind: 'question', title: titleOf(form, asker, question), document, pointer },
      values: asked.filter(({ fact }) => fact === id).flatMap(({ value }) => value),
    }));
}

/** What uses one of a question's own choices. */
export const usesOfChoice = (documents: Documents, id: string, choice: string): Use[] =>
  oncePerPlace([
    ...askersOf(documents, id)
      .filter(({ values }) => values.includes(choice))
      .map(({ use }) => use),
    ...readersIn(documents)
      .filter(({ fact, document, pointer }) => fact === id && holdsWord(documents, document, pointer, choice))
      .map(({ document, pointer }) => useAt(documents, document, pointer)),
  ]);

/** What uses a column of a question that is answered by rows. */
export function usesOfColumn(documents: Documents, id: string, column: string): Use[] {
  const readers = readersIn(documents);
  const named = new Set(readers.filter(({ fact }) => fact === column).map(placeOf));
  return oncePerPlace(
    readers
      .filter((reader) => reader.fact === id)
      .filter((reader) => named.has(placeOf(reader)) || pathBeside(documents, reader).endsWith(`.${column}`))
      .map(({ document, pointer }) => useAt(documents, document, pointer)),
  );
}

const placeOf = ({ document, pointer }: Place): string => `${document}#${pointer}`;

/** The path into rows that stands beside a fact in a condition. */
function pathBeside(documents: Documents, { document, pointer }: Place): string {
  const path = objectIn(along(documents[document], segmentsUp(pointer, 1)).at(-1)?.value).path;
  return typeof path === 'string' ? path : '';
}

/** Whether a condition compares with a word, or a formula says it. */
function holdsWord(documents: Documents, document: string, pointer: string, word: string): boolean {
  const holder = along(documents[document], segmentsUp(pointer, 1)).at(-1)?.value;
  const { value, formula } = objectIn(holder);
  return [value].flat().includes(word) || (typeof formula === 'string' && formula.includes(`"${word}"`));
}

function oncePerPlace(uses: readonly Use[]): Use[] {
  const seen = new Set<string>();
  return uses.filter((use) => !seen.has(placeOf(use)) && seen.add(placeOf(use)));
}

const segmentsUp = (pointer: string, up: number): string[] =>
  pointer
    .split('/')
    .slice(1, -up)
    .map((each) => each.replaceAll('~1', '/').replaceAll('~0', '~'));

interface Step {
  readonly value: unknown;
  readonly pointer: string;
}

/** Everything on the way to a place, the whole first. */
function along(root: unknown, path: readonly string[]): Step[] {
  const steps: Step[] = [{ value: root, pointer: '' }];
  for (const key of path) {
    const last = steps.at(-1) as Step;
    const next = typeof last.value === 'object' && last.value !== null ? Reflect.get(last.value, key) : undefined;
    steps.push({ value: next, pointer: pointerTo(last.pointer, key) });
  }
  return steps;
}

/** The nearest thing with a name that a place lies in: a rule with its line, a formula, a named condition. */
function useAt(documents: Documents, document: string, pointer: string): Use {
  const steps = along(documents[document], segmentsUp(pointer, 1)).reverse();
  const named = steps.filter(({ value }) => isObject(value) && textOf(objectIn(value).title));
  const rule = steps.find(({ value }) => isObject(value) && value.event !== undefined && value.reason !== undefined);
  const owner = named[0];
  const title = textOf(objectIn(owner?.value).title) ?? textOf(objectIn(rule?.value).reason) ?? noTitle;
  const formula = isObject(owner?.value) && typeof owner.value.formula === 'string';
  if (formula) return { kind: 'formula', title, document, pointer: owner?.pointer ?? pointer };
  if (rule) return { kind: 'rule', title: ruleTitle(title, rule.value), document, pointer: rule.pointer };
  const condition = pointer.startsWith('/conditions/');
  return { kind: condition ? 'condition' : 'desk', title, document, pointer: owner?.pointer ?? pointer };
}

/** A rule is known by what it stands in and the reason it gives. */
function ruleTitle(owner: Use['title'], rule: unknown): Use['title'] {
  const reason = textOf(objectIn(rule).reason);
  if (!reason || reason.zh === owner.zh) return owner;
  return { zh: `${owner.zh}：${reason.zh}`, en: `${owner.en}: ${reason.en}` };
}

const noTitle = { zh: '办理规则', en: 'Rules of the desk' };

function textOf(value: unknown): Use['title'] | undefined {
  const { zh, en } = objectIn(value);
  if (typeof zh !== 'string' || zh === '') return undefined;
  const open = (words: string): string => words.replace(/\{[^{}]*\}/gu, '…');
  return { zh: open(zh), en: open(typeof en === 'string' && en !== '' ? en : zh) };
}

/** The choices of a question: those of its list, then its own. */
export function choicesIn(documents: Documents, question: Parameters<typeof choiceSource>[0]): string[] {
  const { list, own } = choiceSource(question);
  const rows = list === undefined ? [] : rowsOfList(documents, list);
  return [...rows.map(({ id }) => String(id)), ...own.map((choice) => choice.const)];
}

/** The rows of a list as they are written. */
export const rowsOfList = (documents: Documents, list: string) =>
  Object.entries(documents)
    .filter(([path]) => path.startsWith('rules/') && !path.endsWith('.jsonl'))
    .flatMap(([, value]) => listIn(objectIn(value).lists))
    .filter((each) => objectIn(each).id === list)
    .flatMap((each) => listIn(objectIn(each).rows).map(objectIn));
