/** Owns which kinds of questions a parameter can take. */
import type { ParameterKind } from '@yimen/engine/editing';

/** The kinds of questions that parameters ask for. */
export type QuestionChoice = 'boolean' | 'number' | 'checklist' | 'choice' | 'text';

/** Which kinds of questions fit a parameter, the usual first. */
export function questionsFor(kind: ParameterKind): readonly QuestionChoice[] {
  switch (kind) {
    case 'boolean-fact':
      return ['boolean'];
    case 'number-fact':
    case 'number-question':
    case 'number-or-fact':
      return ['number'];
    case 'text-question':
      return ['text'];
    case 'checklist-fact':
      return ['checklist'];
    case 'number-or-choice-fact':
      return ['number', 'choice'];
    case 'had':
    case 'had-or-each':
      return ['number', 'checklist'];
    default:
      return [];
  }
}
