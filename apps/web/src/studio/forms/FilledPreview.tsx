/** Owns the drawn form of a preview: filled in as by a clerk, each question leading to its settings. */
import type { QuestionSummary } from '@yimen/contracts';
import { useEffect, useMemo } from 'react';
import { ErrorSummary } from '../../form/ErrorSummary';
import { QuestionForm } from '../../form/QuestionForm';
import { questionsOf } from '../../form/questions';
import type { LoadedForm } from '../../form/use-forms';
import { messagesFor } from '../../form/validation';
import { useLanguage } from '../../language';
import { type Answers, fittingAnswers } from './fitting-answers';
import { useForm } from './forms-context';

interface FilledProps extends LoadedForm {
  readonly answers: Answers;
  readonly tried: boolean;
  readonly onChange: (answers: Answers) => void;
}

const NONE = {};

export function FilledPreview({ form, validator, answers: given, tried, onChange }: FilledProps) {
  const { t, say } = useLanguage();
  const { opened, open, questions } = useForm();
  const answers = useMemo(() => fittingAnswers(form.schema, given), [form, given]);
  const messages = useMemo(() => {
    const all = messagesFor({ form, validator }, answers, NONE, t);
    return tried ? all : new Map([...all].filter(([id]) => answers[id] !== undefined && !Array.isArray(answers[id])));
  }, [form, validator, answers, tried, t]);
  const sections = form.steps.map(({ id, title, questions: asked }) => ({ id, title: say(title), questions: asked }));
  const chosen = opened.kind === 'question' ? opened.id : undefined;
  useShown(form.id, chosen, answers);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: focus of a control inside opens the settings of its question
    <div
      onFocus={({ target }) => {
        const id = target.closest('.question')?.id.replace(`field-${form.id}_`, '');
        if (id !== undefined && id !== chosen && questions.has(id)) open({ kind: 'question', id });
      }}
    >
      {tried && messages.size === 0 && <p className="note note-good">{t('studioForms.preview.good')}</p>}
      {tried && <ErrorSummary messages={messages} form={form.id} questions={titlesIn(form)} />}
      <QuestionForm
        form={form}
        validator={validator}
        answers={answers}
        masks={NONE}
        messages={messages}
        sections={sections}
        area={undefined}
        onChange={onChange}
      />
    </div>
  );
}

/** The questions as the summary of errors names them. */
const titlesIn = ({ id: form, schema }: LoadedForm['form']): QuestionSummary[] =>
  Object.entries(questionsOf(schema)).map(
    ([id, { title = '' }]) => ({ form, id, title: { zh: title, en: title } }) as QuestionSummary,
  );

/** Marks the question that is edited, and brings it into view inside the preview. */
function useShown(form: string, id: string | undefined, answers: Answers): void {
  useEffect(() => {
    let element: HTMLElement | null = null;
    // What the answers ask for anew is drawn a moment later.
    const frame = requestAnimationFrame(() => {
      element = id === undefined ? null : document.getElementById(`field-${form}_${id}`);
      if (element) mark(element);
    });
    return () => {
      cancelAnimationFrame(frame);
      element?.classList.remove('preview-chosen');
    };
  }, [form, id, answers]);
}

function mark(element: HTMLElement): void {
  element.classList.add('preview-chosen');
  const page = element.closest<HTMLElement>('.preview-page');
  // Whoever fills it in keeps what is before their eyes.
  if (!page || page.contains(document.activeElement)) return;
  page.scrollTop += element.getBoundingClientRect().top - page.getBoundingClientRect().top - 48;
}
