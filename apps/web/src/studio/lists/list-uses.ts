/** Owns telling what uses a list, a row or a column: why it cannot just go. */
import { pointerTo } from '@yimen/config';
import { readersIn } from '@yimen/engine/editing';
import type { Documents } from '../draft/draft-state';
import { choiceSource, kindOfQuestion } from '../draft/question-kinds';
import { everyQuestion, type FoundQuestion, titleOf } from '../draft/question-places';
import { placesNaming, type Use, usesOfChoice } from '../draft/question-uses';
import { listsIn, textOf, type WrittenList } from './written-list';

/** Questions, columns and formulas that use a list. */
export const usesOfList = (documents: Documents, id: string): Use[] => [
  ...questionsUsing(documents, id).map(useOfQuestion),
  ...columnsUsing(documents, id).map(({ list, index }) => useOfColumn(list, index)),
  ...placesNaming(documents, id),
];

const useOfQuestion = ({ form, id, question, document, pointer }: FoundQuestion): Use => ({
  kind: 'question',
  title: titleOf(form, id, question),
  document,
  pointer,
});

const useOfColumn = (list: WrittenList, index: number): Use => ({
  kind: 'list',
  title: list.title,
  document: list.document,
  pointer: pointerTo(list.pointer, 'columns', index),
});

/** The questions that take choices from a list, or whose columns do. */
const questionsUsing = (documents: Documents, id: string): FoundQuestion[] =>
  everyQuestion(documents).filter(({ question }) => JSON.stringify(question).includes(`"list:${id}"`));

const columnsUsing = (documents: Documents, id: string) =>
  listsIn(documents).flatMap((list) =>
    list.columns.flatMap((column, index) => (column.list === id ? [{ list, column, index }] : [])),
  );

/** What names a row: conditions of rules and questions, cells of other lists. */
export function usesOfRow(documents: Documents, list: string, row: string): Use[] {
  const named = everyQuestion(documents)
    .filter(({ question }) => kindOfQuestion(question) !== undefined && choiceSource(question).list === list)
    .flatMap(({ id }) => usesOfChoice(documents, id, row));
  const cells = columnsUsing(documents, list).flatMap(({ list: other, column }) =>
    other.rows.flatMap((each, index): Use[] => {
      const holds = [each[column.id]].flat().includes(row);
      const { document, pointer } = other;
      const title = cellTitle(other.title, textOf(each.title));
      return holds ? [{ kind: 'list', title, document, pointer: pointerTo(pointer, 'rows', index, column.id) }] : [];
    }),
  );
  return [...named, ...cells];
}

const cellTitle = (list: Use['title'], row: Use['title']): Use['title'] => ({
  zh: `${list.zh}：${row.zh}`,
  en: `${list.en}: ${row.en}`,
});

/** The formulas and conditions that read a column. */
export function usesOfListColumn(documents: Documents, list: string, column: string): Use[] {
  const near = new Set(
    readersIn(documents)
      .filter(({ fact }) => fact === list)
      .map(({ document, pointer }) => `${document}#${pointer}`),
  );
  return placesNaming(documents, column).filter(
    ({ document, pointer, kind }) => kind !== 'formula' || near.size === 0 || isNear(near, document, pointer),
  );
}

const isNear = (near: ReadonlySet<string>, document: string, pointer: string): boolean =>
  [...near].some((each) => each.startsWith(`${document}#${pointer}`));
