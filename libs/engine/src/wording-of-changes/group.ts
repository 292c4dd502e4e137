/** Owns under which heading a change is told, and in which order the headings stand. */
import type { DocumentKind, LocalizedText } from '@yimen/config';
import { arrayAt, ownAt, textIn } from './text.js';
import { kindOf, manifestOf, type View } from './view.js';

const headings: Readonly<Record<Exclude<DocumentKind, 'category'>, LocalizedText>> = {
  edition: { zh: '基本信息', en: 'Basics' },
  desk: { zh: '办理规则', en: 'Rules of the desk' },
  form: { zh: '表单', en: 'Forms' },
  lists: { zh: '清单', en: 'Lists' },
  facts: { zh: '计算出来的量', en: 'Computed values' },
  conditions: { zh: '命名的条件', en: 'Named conditions' },
  outline: { zh: '文件条款', en: 'Clauses of the source' },
  calendar: { zh: '节假日日历', en: 'Calendar of holidays' },
  case: { zh: '案例', en: 'Cases' },
};
const other: LocalizedText = { zh: '其他内容', en: 'Other content' };
const unnamed: LocalizedText = { zh: '评分标准', en: 'Standard' };

const order = Object.keys(headings);

export interface Group {
  readonly heading: LocalizedText;
  /** Groups stand by rising rank. */
  readonly rank: number;
}

/** The group of a document: categories by their titles and in their order, others by their kind. */
export function groupOf(view: View, document: string): Group {
  const kind = kindOf(view, document);
  if (kind === undefined) return { heading: other, rank: 1000 };
  if (kind !== 'category') return { heading: headings[kind], rank: kind === 'edition' ? 0 : 500 + order.indexOf(kind) };
  const content = view.documents[document];
  const place = arrayAt(manifestOf(view), 'categories').indexOf(ownAt(content, 'id'));
  return { heading: textIn(ownAt(content, 'title')) ?? unnamed, rank: place < 0 ? 499 : 1 + place };
}
