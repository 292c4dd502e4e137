/** Owns filling one application: steps, what is wrong, sending. */
import type { EditionDetail } from '@yimen/contracts';
import type { DeskOutcome, Evaluator } from '@yimen/engine';
import { Button, Steps } from 'antd';
import { useMemo, useState } from 'react';
import { AreaChoice } from '../form/AreaChoice';
import { type Answers, factsOf, goToQuestion } from '../form/answers';
import { ErrorSummary } from '../form/ErrorSummary';
import { LeaveGuard } from '../form/LeaveGuard';
import { QuestionForm } from '../form/QuestionForm';
import { SendFailure } from '../form/SendFailure';
import { UploadHoldNote, useUploadHold } from '../form/UploadHold';
import type { LoadedForm } from '../form/use-forms';
import { useStore } from '../form/use-store';
import { messagesFor } from '../form/validation';
import { onlyOf, useAreasFor } from '../identity/session';
import { useLanguage } from '../language';
import { LiveOutcome } from './LiveOutcome';
import './window.css';

export interface ApplicationProps {
  readonly edition: EditionDetail;
  readonly forms: readonly LoadedForm[];
  readonly evaluator: Evaluator;
}

/** Every step of every form in order of filling. */
const stepsOf = (forms: readonly LoadedForm[]) =>
  forms.flatMap((loaded) => loaded.form.steps.map((step) => ({ ...step, loaded })));

export function Application({ edition, forms, evaluator }: ApplicationProps) {
  const { t, say, language } = useLanguage();
  const [answers, setAnswers] = useState<Answers>({});
  const [place, setPlace] = useState(0);
  const [tried, setTried] = useState<ReadonlySet<number>>(new Set());
  const steps = stepsOf(forms);
  const step = steps[place] as (typeof steps)[number];
  const { form, validator } = step.loaded;
  const given = answers[form.id] ?? {};
  const all = useMemo(() => messagesFor(validator, form.schema, given, t), [validator, form, given, t]);
  const wrong = new Map([...all].filter(([question]) => step.questions.includes(question)));
  const shown = tried.has(place) ? wrong : new Map<string, string>();
  const outcome = useMemo(
    () => evaluator.evaluate(factsOf(answers), { lang: language }) as DeskOutcome,
    [evaluator, answers, language],
  );
  const sections = useMemo(() => [{ id: step.id, questions: step.questions }], [step.id, step.questions]);
  const areas = useAreasFor('take-matters');
  const [area, setArea] = useState<string>();
  const store = useStore(edition, answers, area);
  const hold = useUploadHold();
  const go = (to: number) => {
    if (hold.holds()) return;
    setPlace(to);
    scrollTo({ top: 0 });
  };
  const next = () => {
    setTried(new Set([...tried, place]));
    const [first] = wrong.keys();
    if (hold.holds()) return;
    if (first) requestAnimationFrame(() => goToQuestion({ form: form.id, id: first }));
    else if (place + 1 < steps.length) go(place + 1);
    else store.mutate();
  };
  return (
    <div className="page fill">
      <LeaveGuard answers={answers} />
      <div className="fill-head">
        <h1>{say(form.title)}</h1>
        <p className="quiet">{say(edition.title)}</p>
        <AreaChoice areas={areas} value={area} onChange={setArea} />
      </div>
      <div className="fill-columns">
        <div className="card">
          <Steps
            className="steps"
            size="small"
            current={place}
            responsive={false}
            titlePlacement="vertical"
            items={steps.map((each) => ({ title: say(each.title) }))}
            onChange={(to) => to < place && go(to)}
          />
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              next();
            }}
          >
            <h2 className="step-title">{say(step.title)}</h2>
            <ErrorSummary messages={shown} form={form.id} questions={edition.questions} />
            <QuestionForm
              form={form}
              validator={validator}
              answers={given}
              messages={shown}
              sections={sections}
              area={area ?? onlyOf(areas)}
              onChange={(changed) => setAnswers({ ...answers, [form.id]: changed })}
            />
            <UploadHoldNote hold={hold} />
            <SendFailure error={store.error} />
            <div className="fill-actions">
              <Button disabled={place === 0} onClick={() => go(place - 1)}>
                {t('form.back')}
              </Button>
              <Button type="primary" htmlType="submit" loading={store.isPending}>
                {place + 1 < steps.length ? t('form.next') : t('window.send')}
              </Button>
            </div>
          </form>
        </div>
        <LiveOutcome outcome={outcome} edition={edition} />
      </div>
    </div>
  );
}
