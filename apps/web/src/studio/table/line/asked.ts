/** Owns putting a question that a line needs into a form. Pure. */
import { replacedAt } from '@yimen/config';
import type { Documents } from '../../draft/draft-state';
import type { QuestionEdit } from '../../draft/question-edit-result';
import { insertQuestion } from '../../draft/question-edits';
import { questionIdsOf } from '../../draft/question-id';
import { questionsIn } from '../../draft/question-places';
import type { QuestionChoice } from './question-choice';

/** What was typed. */
export interface AskedQuestion {
  readonly kind: QuestionChoice;
  readonly title: string;
  readonly english: string;
  readonly unit: string;
  /** Whether the number may have decimals. */
  readonly decimals: boolean;
  readonly list: string | undefined;
  readonly document: string;
  readonly step: string;
}

/** The documents with the question; ids that the base used for something else are not taken. */
export function askedBy(documents: Documents, base: Documents | null, asked: AskedQuestion): QuestionEdit {
  const { kind, title, english, unit, decimals, list, document, step } = asked;
  const added = insertQuestion(
    documents,
    { document, step },
    {
      kind,
      title: wordsOf(title, english),
      ...(list === undefined ? {} : { list }),
      ...(kind === 'number' && unit.trim() !== '' ? { unit: { zh: unit.trim() } } : {}),
    },
    questionIdsOf(base ?? {}),
  );
  if (!added.ok || kind !== 'number' || !decimals) return added;
  const form = added.documents[document];
  const placed = questionsIn(form).find(({ id }) => id === added.id);
  const typed = placed ? replacedAt(form, `${placed.pointer}/type`, 'number') : form;
  return { ...added, documents: { ...added.documents, [document]: typed } };
}

const wordsOf = (zh: string, en: string) => ({ zh: zh.trim(), ...(en.trim() === '' ? {} : { en: en.trim() }) });
