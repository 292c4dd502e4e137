/** Owns the texts of a form's questions in both languages, and the steps that ask them. */
import type { LocalizedText, Step } from '@yimen/config';
import { placeOf } from './place.js';
import { englishOf } from './rough-dictionary.js';
import { fromTo, labelled, type States } from './tell.js';
import { arrayAt, objectAt, ownAt, quotedText, textIn } from './text.js';
import { foundAt, type View } from './view.js';

export type QuestionTextKey = 'title' | 'description' | 'unit';

const labels: Readonly<Record<QuestionTextKey, LocalizedText>> = {
  title: { zh: '名称', en: 'name' },
  description: { zh: '填写说明', en: 'help' },
  unit: { zh: '单位', en: 'unit' },
};

/** What is said of a text of a question, or of a choice or column in it, that changed in either language. */
export function questionText(document: string, part: string, key: QuestionTextKey, { before, after }: States) {
  const path = partPath(after, document, part);
  const [old, now] = [before, after].map((view) => textOf(view, document, part, key));
  return { crumbs: placeOf(after, document, path).crumbs, what: labelled(labels[key], fromTo(old, now)) };
}

/** Chinese as the schema has it, English as the form's texts do. */
function textOf(view: View, document: string, part: string, key: QuestionTextKey): LocalizedText | undefined {
  const schema = foundAt(view, document, partPath(view, document, part));
  const zh = textIn(ownAt(schema, key === 'unit' ? 'x-unit' : key))?.zh;
  const en = textIn(englishOf(view.documents[document], part)[key])?.zh;
  return zh === undefined && en === undefined ? undefined : quotedText({ zh: zh ?? '', en: en ?? zh ?? '' });
}

/** Where a part named `question.column.choice` stands. */
function partPath(view: View, document: string, part: string): readonly Step[] {
  const [id = '', ...inside] = part.split('.');
  let path: readonly Step[] = [{ key: 'schema' }, { id }];
  for (const name of inside) {
    const column: readonly Step[] = [...path, { key: 'items' }, { key: 'properties' }, { key: name }];
    path = foundAt(view, document, column) === undefined ? [...path, { key: 'oneOf' }, { id: name }] : column;
  }
  return path;
}

/** The step of a form that asks a question. */
export function stepOf({ documents }: View, document: string, question: string): LocalizedText | undefined {
  const step = arrayAt(documents[document], 'steps').find((each) => arrayAt(each, 'questions').includes(question));
  return textIn(ownAt(objectAt({ step }, 'step'), 'title'));
}
