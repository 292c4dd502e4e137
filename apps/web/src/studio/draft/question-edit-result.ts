/** Owns how an edit of questions ends: other documents, or a refusal that says why. */
import type { LocalizedText } from '@yimen/config';
import type { Documents } from './draft-state';
import type { Json } from './question-places';
import type { Use } from './question-uses';

export interface Refusal {
  readonly ok: false;
  readonly reason: LocalizedText;
  /** What stands in the way, each a place to go to. */
  readonly uses: readonly Use[];
}

export type QuestionEdit =
  | {
      readonly ok: true;
      readonly documents: Documents;
      /** The question, step, choice or column that was added, moved or changed. */
      readonly id: string;
    }
  | Refusal;

export const refused = (zh: string, en: string, uses: readonly Use[] = []): Refusal => ({
  ok: false,
  reason: { zh, en },
  uses,
});

export const gone: Refusal = refused('这一项已经没有了，请刷新后再试', 'This is no longer there: load the page again');

/** The documents with another form in the place of one. */
export const withForm = (documents: Documents, document: string, form: Json, id: string): QuestionEdit => ({
  ok: true,
  documents: { ...documents, [document]: form },
  id,
});
