/** Owns what a question is made of: its choices, and the columns of its rows. */
import { pointerTo, replacedAt } from '@yimen/config';
import type { Documents } from './draft-state';
import { gone, type QuestionEdit, refused, withForm } from './question-edit-result';
import {
  type ChoiceSource,
  choiceSource,
  kindOfQuestion,
  newAnswer,
  type QuestionKind,
  type Words,
  withChoices,
} from './question-kinds';
import { idsIn, type Json, objectIn, type PlacedQuestion, questionsIn } from './question-places';
import { withEnglish, withoutTexts } from './question-texts';
import { choicesIn, type Use, usesOfChoice, usesOfColumn } from './question-uses';

const placedIn = (documents: Documents, document: string, id: string): PlacedQuestion | undefined =>
  questionsIn(documents[document]).find((each) => each.id === id);

const hasChoices = ({ question }: PlacedQuestion): boolean =>
  ['choice', 'checklist'].includes(kindOfQuestion(question) ?? '');

/** Gives a question other choices; refused where something uses one that would go. */
export function setChoices(documents: Documents, document: string, id: string, source: ChoiceSource): QuestionEdit {
  const placed = placedIn(documents, document, id);
  if (!placed || !hasChoices(placed)) return gone;
  if (source.list === undefined && source.own.length === 0)
    return refused('至少要有一个选项', 'There is at least one choice');
  const question = withChoices(placed.question, source);
  const left = choicesIn(documents, question);
  const lost = choicesIn(documents, placed.question).filter((choice) => !left.includes(choice));
  const uses = once(lost.flatMap((choice) => usesOfChoice(documents, id, choice)));
  if (uses.length > 0)
    return refused(
      '还有地方用到要去掉的选项，请先改掉',
      'Something uses a choice that would go: change that first',
      uses,
    );
  const form = replacedAt(documents[document], placed.pointer, question) as Json;
  const own = new Set(choiceSource(question).own.map((choice) => `${id}.${choice.const}`));
  const goes = (key: string): boolean => key.startsWith(`${id}.`) && !own.has(key);
  return withForm(documents, document, withoutTexts(form, goes), id);
}

/** Adds a choice of the question's own; the answer's `id` is that of the choice. */
export function addChoice(documents: Documents, document: string, id: string, title: Words): QuestionEdit {
  const placed = placedIn(documents, document, id);
  if (!placed || !hasChoices(placed)) return gone;
  const source = choiceSource(placed.question);
  const choice = freeChoiceId(choicesIn(documents, placed.question));
  const added = setChoices(documents, document, id, {
    ...source,
    own: [...source.own, { const: choice, title: title.zh }],
  });
  if (!added.ok) return added;
  const form = objectIn(added.documents[document]);
  return withForm(documents, document, withEnglish(form, `${id}.${choice}`, 'title', title.en), choice);
}

function freeChoiceId(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number += 1) if (!taken.includes(`choice-${number}`)) return `choice-${number}`;
}

const once = (uses: readonly Use[]): Use[] => [
  ...new Map(uses.map((use) => [`${use.document}#${use.pointer}`, use])).values(),
];

export interface WrittenColumn {
  readonly id: string;
  readonly cell: Json;
  readonly pointer: string;
  readonly required: boolean;
}

/** The columns of a question that is answered by rows. */
export function columnsOf({ question, pointer }: Pick<PlacedQuestion, 'question' | 'pointer'>): WrittenColumn[] {
  const { properties, required } = objectIn(question.items);
  return Object.entries(objectIn(properties)).map(([id, cell]) => ({
    id,
    cell: objectIn(cell),
    pointer: pointerTo(pointer, 'items', 'properties', id),
    required: idsIn(required).includes(id),
  }));
}

/** Kinds that a cell can hold. */
export const columnKinds = ['text', 'number', 'choice', 'date', 'id-number', 'phone'] as const satisfies QuestionKind[];

export type ColumnKind = (typeof columnKinds)[number];

export interface NewColumn {
  readonly kind: ColumnKind;
  readonly title: Words;
  readonly list?: string;
}

/** Adds a column at the end; the answer's `id` is that of the column. */
export function addColumn(documents: Documents, document: string, id: string, column: NewColumn): QuestionEdit {
  const placed = placedIn(documents, document, id);
  if (!placed || kindOfQuestion(placed.question) !== 'rows') return gone;
  const columns = columnsOf(placed);
  const key = freeColumnId(columns.map((each) => each.id));
  const cell = { title: column.title.zh, ...newAnswer(column) };
  const written = withColumns(placed.question, [...columns, { id: key, cell, pointer: '', required: true }]);
  const form = replacedAt(documents[document], placed.pointer, written) as Json;
  return withForm(documents, document, withEnglish(form, `${id}.${key}`, 'title', column.title.en), key);
}

/** Formulas may name columns, so that their ids are one word. */
function freeColumnId(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number += 1) if (!taken.includes(`column${number}`)) return `column${number}`;
}

function withColumns(question: Json, columns: readonly WrittenColumn[]): Json {
  const { properties: _, required: __, ...rest } = objectIn(question.items);
  const required = columns.filter((each) => each.required).map((each) => each.id);
  const properties = Object.fromEntries(columns.map((each) => [each.id, each.cell]));
  const { type = 'object', additionalProperties = false, ...others } = rest;
  const items = { type, properties, ...(required.length > 0 ? { required } : {}), additionalProperties, ...others };
  return { ...question, items };
}

/** Changes which columns there are, or their order; refused where something uses one that would go. */
function editColumns(
  documents: Documents,
  document: string,
  id: string,
  column: string,
  change: (columns: readonly WrittenColumn[]) => readonly WrittenColumn[],
): QuestionEdit {
  const placed = placedIn(documents, document, id);
  const columns = placed ? columnsOf(placed) : [];
  if (!placed || !columns.some((each) => each.id === column)) return gone;
  const form = replacedAt(documents[document], placed.pointer, withColumns(placed.question, change(columns))) as Json;
  return withForm(documents, document, form, column);
}

export function removeColumn(documents: Documents, document: string, id: string, column: string): QuestionEdit {
  const placed = placedIn(documents, document, id);
  if (placed && columnsOf(placed).length < 2) return refused('表格至少要有一列', 'Rows have at least one column');
  const uses = usesOfColumn(documents, id, column);
  if (uses.length > 0)
    return refused('还有地方用到这一列，请先改掉', 'Something still uses this column: change that first', uses);
  const edit = editColumns(documents, document, id, column, (all) => all.filter((each) => each.id !== column));
  if (!edit.ok) return edit;
  const inside = `${id}.${column}`;
  const form = withoutTexts(
    objectIn(edit.documents[document]),
    (key) => key === inside || key.startsWith(`${inside}.`),
  );
  return withForm(documents, document, form, column);
}

/** Moves a column one place to the left or right. */
export const moveColumn = (
  documents: Documents,
  document: string,
  id: string,
  column: string,
  by: -1 | 1,
): QuestionEdit =>
  editColumns(documents, document, id, column, (all) => {
    const from = all.findIndex((each) => each.id === column);
    const others = all.filter((each) => each.id !== column);
    const at = Math.min(Math.max(from + by, 0), others.length);
    return [...others.slice(0, at), ...all.slice(from, from + 1), ...others.slice(at)];
  });

export const setColumnRequired = (
  documents: Documents,
  document: string,
  id: string,
  column: string,
  required: boolean,
): QuestionEdit =>
  editColumns(documents, document, id, column, (all) =>
    all.map((each) => (each.id === column ? { ...each, required } : each)),
  );

/** Makes a column one of another kind; its title stays. Refused while something uses it. */
export function changeColumnKind(
  documents: Documents,
  document: string,
  id: string,
  column: string,
  next: Pick<NewColumn, 'kind' | 'list'>,
): QuestionEdit {
  const uses = usesOfColumn(documents, id, column);
  if (uses.length > 0)
    return refused('还有地方用到这一列，请先改掉', 'Something still uses this column: change that first', uses);
  const edit = editColumns(documents, document, id, column, (all) =>
    all.map((each) => (each.id === column ? { ...each, cell: { title: each.cell.title, ...newAnswer(next) } } : each)),
  );
  if (!edit.ok) return edit;
  const inside = `${id}.${column}`;
  const form = withoutTexts(objectIn(edit.documents[document]), (key) => key.startsWith(`${inside}.`));
  return withForm(documents, document, withEnglish(form, inside, 'unit', undefined), column);
}
