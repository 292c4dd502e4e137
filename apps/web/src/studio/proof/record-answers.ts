/** Owns taking the answers of a stored record into a case: what the draft asks, and nothing that tells of a person. Pure. */
import { type BaseFact, type FactType, formats, type LocalizedText } from '@yimen/config';
import type { QuestionSummary } from '@yimen/contracts';
import type { Answers } from '../../form/answers';
import { answersIn } from './try-answers';

export interface TakenAnswers {
  readonly answers: Answers;
  /** Questions that were answered and are left out. */
  readonly left: readonly LocalizedText[];
  /** Whether words of somebody's own were replaced. */
  readonly replaced: boolean;
}

/** What stands for words of somebody's own, which may tell of anybody. */
const PASSED_OVER = '（略）';

/**
 * The answers of a record that may stand in a case. Left out is what is personal in the version that it was stored
 * under or in the draft, what either does not know, and files; of words of one's own only remains that there were some.
 */
export function takenAnswers(
  given: unknown,
  stored: readonly QuestionSummary[],
  draft: ReadonlyMap<string, BaseFact>,
): TakenAnswers {
  const left: LocalizedText[] = [];
  const answers: Record<string, Record<string, unknown>> = {};
  let replaced = false;
  for (const [form, own] of Object.entries(answersIn(given)))
    for (const [id, answer] of Object.entries(own)) {
      const was = stored.find((each) => each.form === form && each.id === id);
      const fact = draft.get(id);
      const known = was && fact?.form === form;
      if (known && !was.personal && !fact.personal && fact.type.kind !== 'files') {
        const told = withoutWords(answer, fact.type);
        if (JSON.stringify(told) !== JSON.stringify(answer)) replaced = true;
        answers[form] = { ...answers[form], [id]: told };
      } else if (fact ?? was) left.push((fact ?? (was as QuestionSummary)).title);
    }
  return { answers, left, replaced };
}

function withoutWords(answer: unknown, type: FactType): unknown {
  if (type.kind === 'text' && type.areas && typeof answer === 'string' && formats.area.check(answer)) return answer;
  if (type.kind === 'text') return typeof answer === 'string' && isDay(answer) ? answer : PASSED_OVER;
  if (type.kind !== 'rows' || !Array.isArray(answer)) return answer;
  return answer.map((row: unknown) => rowWithoutWords(row, type));
}

function rowWithoutWords(row: unknown, { columns }: Extract<FactType, { kind: 'rows' }>): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(
    Object.entries(row).map(([id, cell]) => {
      const column = columns.get(id);
      return [id, column ? withoutWords(cell, column.type) : cell];
    }),
  );
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text);
