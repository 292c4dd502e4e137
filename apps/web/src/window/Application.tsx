/** Owns filling one application: steps, what is wrong, sending. */
import type { DeskOutcome } from '@yimen/engine';
import { Button, Steps } from 'antd';
import { useMemo, useState } from 'react';
import { factsOf, goToQuestion } from '../form/answers';
import { ErrorSummary } from '../form/ErrorSummary';
import type { Filing } from '../form/filing';
import { LeaveGuard } from '../form/LeaveGuard';
import { QuestionForm } from '../form/QuestionForm';
import { UploadHoldNote, useUploadHold } from '../form/UploadHold';
import type { EditionReady, LoadedForm } from '../form/use-forms';
import { type Messages, messagesFor } from '../form/validation';
import { useLanguage } from '../language';
import { LiveOutcome } from './LiveOutcome';
import './window.css';

export interface ApplicationProps extends EditionReady {
  readonly filing: Filing;
}

/** The masks, or answers, of a form without any. */
const NONE = {};

/** Every step of every form in order of filling. */
const stepsOf = (forms: readonly LoadedForm[]) =>
  forms.flatMap((loaded) => loaded.form.steps.map((step) => ({ ...step, loaded })));

type Step = ReturnType<typeof stepsOf>[number];

/** What is wrong in a step. */
function useWrong(forms: readonly LoadedForm[], { answers, masks }: Filing): (step: Step) => Messages {
  const { t } = useLanguage();
  const messages = useMemo(() => {
    const ofForm = (loaded: LoadedForm, id = loaded.form.id) =>
      [id, messagesFor(loaded, answers[id] ?? NONE, masks[id] ?? NONE, t)] as const;
    return new Map(forms.map((loaded) => ofForm(loaded)));
  }, [forms, answers, masks, t]);
  return ({ loaded, questions }) =>
    new Map([...(messages.get(loaded.form.id) ?? [])].filter(([question]) => questions.includes(question)));
}

export function Application({ edition, forms, evaluator, filing }: ApplicationProps) {
  const { t, say, language } = useLanguage();
  const { answers, masks } = filing;
  const [place, setPlace] = useState(0);
  const [tried, setTried] = useState<ReadonlySet<number>>(new Set());
  const steps = useMemo(() => stepsOf(forms), [forms]);
  const step = steps[place] as Step;
  const { form, validator } = step.loaded;
  const wrong = useWrong(forms, filing);
  const reachable = (to: number) => to < place || steps.slice(0, to).every((each) => wrong(each).size === 0);
  const shown = tried.has(place) ? wrong(step) : new Map<string, string>();
  const outcome = useMemo(
    () => evaluator.evaluate(factsOf(answers), { lang: language }) as DeskOutcome,
    [evaluator, answers, language],
  );
  const sections = useMemo(() => [{ id: step.id, questions: step.questions }], [step.id, step.questions]);
  const hold = useUploadHold();
  const go = (to: number) => {
    if (hold.holds()) return;
    setPlace(to);
    scrollTo({ top: 0 });
  };
  const next = () => {
    setTried(new Set([...tried, place]));
    const [first] = wrong(step).keys();
    if (hold.holds()) return;
    if (first) requestAnimationFrame(() => goToQuestion({ form: form.id, id: first }));
    else if (place + 1 < steps.length) go(place + 1);
    else filing.send();
  };
  return (
    <div className="page fill">
      <LeaveGuard unsaved={filing.unsaved} />
      <div className="fill-head">
        <h1>{filing.title(say(form.title))}</h1>
        <p className="quiet">{say(edition.title)}</p>
        {filing.head}
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
            onChange={(to) => reachable(to) && go(to)}
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
              answers={answers[form.id] ?? NONE}
              masks={masks[form.id] ?? NONE}
              messages={shown}
              sections={sections}
              onChange={(changed) => filing.change(form.id, changed)}
              area={filing.area}
            />
            <UploadHoldNote hold={hold} />
            {filing.told}
            <div className="fill-actions">
              <Button disabled={place === 0} onClick={() => go(place - 1)}>
                {t('form.back')}
              </Button>
              <Button type="primary" htmlType="submit" loading={filing.sending}>
                {place + 1 < steps.length ? t('form.next') : filing.action}
              </Button>
            </div>
          </form>
        </div>
        <LiveOutcome outcome={outcome} edition={edition} />
      </div>
    </div>
  );
}
