/** Owns the list of what is wrong in a step, each entry leading to its question. */
import type { QuestionSummary } from '@yimen/contracts';
import { useLanguage } from '../language';
import { goToQuestion } from './answers';
import type { Messages } from './validation';

export interface ErrorSummaryProps {
  readonly messages: Messages;
  readonly form: string;
  readonly questions: readonly QuestionSummary[];
}

export function ErrorSummary({ messages, form, questions }: ErrorSummaryProps) {
  const { t, say } = useLanguage();
  if (messages.size === 0) return null;
  return (
    <div className="error-summary" role="alert">
      <strong>{t('form.errors', { count: messages.size })}</strong>
      <ul>
        {[...messages].map(([id, message]) => {
          const question = questions.find((each) => each.form === form && each.id === id);
          return (
            <li key={id}>
              <button type="button" className="text-button" onClick={() => goToQuestion({ form, id })}>
                {question ? say(question.title) : ''}
              </button>
              {t('form.colon')}
              {message}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
