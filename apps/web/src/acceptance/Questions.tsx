/** Owns the questions of one form of a sheet, in its sections. */
import { memo, useMemo } from 'react';
import { QuestionForm } from '../form/QuestionForm';
import type { LoadedForm } from '../form/use-forms';
import { messagesFor } from '../form/validation';
import { useLanguage } from '../language';

export interface QuestionsProps extends LoadedForm {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly masks: Readonly<Record<string, unknown>>;
  /** Where the sheet will be stored, as far as it is known. */
  readonly area: string | undefined;
  /** Whether saving was tried: only then missing answers are called wrong. */
  readonly tried: boolean;
  readonly onChange: (answers: Record<string, unknown>) => void;
  /** The question that now has the cursor. */
  readonly onQuestion: (question: string) => void;
}

/** Drawn again only when its own answers change: the other forms' answers do not concern it. */
export const Questions = memo(
  QuestionsOfForm,
  (before, after) =>
    before.answers === after.answers &&
    before.masks === after.masks &&
    before.area === after.area &&
    before.tried === after.tried &&
    before.form === after.form &&
    before.validator === after.validator,
);

function QuestionsOfForm({ form, validator, answers, masks, area, tried, onChange, onQuestion }: QuestionsProps) {
  const { t, say } = useLanguage();
  const messages = useMemo(() => {
    const all = messagesFor({ form, validator }, answers, masks, t);
    return tried
      ? all
      : new Map([...all].filter(([question]) => answers[question] !== undefined && !Array.isArray(answers[question])));
  }, [validator, form, answers, masks, tried, t]);
  const sections = useMemo(
    () =>
      form.steps.map((step) => ({ id: `${form.id}-${step.id}`, title: say(step.title), questions: step.questions })),
    [form, say],
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: focus of any control inside tells which line is being answered
    <div className="card" onFocus={(event) => onQuestion(questionOf(event.target, form.id))}>
      <h2 className="step-title">{say(form.title)}</h2>
      <QuestionForm
        form={form}
        validator={validator}
        answers={answers}
        masks={masks}
        messages={messages}
        sections={sections}
        area={area}
        onChange={onChange}
      />
    </div>
  );
}

const questionOf = (element: Element, form: string): string =>
  element.closest('.question')?.id.replace(`field-${form}_`, '') ?? '';
