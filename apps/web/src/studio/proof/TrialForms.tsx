/** Owns the questions of a trial: all of them, or those that are answered. */
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { Answers } from '../../form/answers';
import { QuestionForm } from '../../form/QuestionForm';
import type { EditionReady, LoadedForm } from '../../form/use-forms';
import { messagesFor } from '../../form/validation';
import { useLanguage } from '../../language';

export interface TrialFormsProps {
  readonly ready: EditionReady;
  readonly answers: Answers;
  readonly fixed: boolean;
  readonly onChange: (answers: Answers) => void;
}

type Shown = 'answered' | 'all';

const NONE = {};

export function TrialForms({ ready, answers, fixed, onChange }: TrialFormsProps) {
  const { t } = useLanguage();
  const [first] = useState(() => new Set(Object.values(answers).flatMap((given) => Object.keys(given))));
  const [shown, setShown] = useState<Shown>(first.size > 0 ? 'answered' : 'all');
  const empty = Object.values(answers).every((given) => Object.keys(given).length === 0);
  return (
    <>
      <div className="trial-bar">
        {first.size > 0 && (
          <Segmented<Shown>
            value={shown}
            onChange={setShown}
            options={[
              { value: 'answered', label: t('proof.trial.answered', { count: first.size }) },
              { value: 'all', label: t('proof.trial.all') },
            ]}
          />
        )}
        {!fixed && (
          <Button disabled={empty} onClick={() => onChange({})}>
            {t('proof.trial.clear')}
          </Button>
        )}
      </div>
      <fieldset className="trial-forms" disabled={fixed} aria-label={t('proof.trial.answers')}>
        {ready.forms.map((loaded) => (
          <FormOfTrial
            key={loaded.form.id}
            loaded={loaded}
            only={shown === 'answered' ? first : undefined}
            answers={answers[loaded.form.id] ?? NONE}
            onChange={(given) => !fixed && onChange({ ...answers, [loaded.form.id]: given })}
          />
        ))}
      </fieldset>
    </>
  );
}

interface FormOfTrialProps {
  readonly loaded: LoadedForm;
  /** The questions to show; all where left out. */
  readonly only: ReadonlySet<string> | undefined;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly onChange: (given: Record<string, unknown>) => void;
}

function FormOfTrial({ loaded, only, answers, onChange }: FormOfTrialProps) {
  const { t, say } = useLanguage();
  const { form, validator } = loaded;
  const sections = useMemo(
    () =>
      form.steps
        .map((step) => ({
          id: `${form.id}-${step.id}`,
          title: say(step.title),
          questions: step.questions.filter((question) => !only || only.has(question)),
        }))
        .filter(({ questions }) => questions.length > 0),
    [form, only, say],
  );
  const messages = useMemo(() => {
    const all = messagesFor({ form, validator }, answers, NONE, t);
    return new Map([...all].filter(([question]) => answers[question] !== undefined));
  }, [form, validator, answers, t]);
  if (sections.length === 0) return null;
  return (
    <div className="card">
      <h3 className="step-title">{say(form.title)}</h3>
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
