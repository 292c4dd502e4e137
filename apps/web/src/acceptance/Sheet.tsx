/** Owns filling one sheet: questions on one side, the official table with live scores on the other. */
import type { EditionDetail, StandardLine } from '@yimen/contracts';
import type { Evaluator, StandardOutcome } from '@yimen/engine';
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { AreaChoice } from '../form/AreaChoice';
import { type Answers, factsOf, goToQuestion, openQuestions } from '../form/answers';
import { LeaveGuard } from '../form/LeaveGuard';
import { SendFailure } from '../form/SendFailure';
import { UploadHoldNote, useUploadHold } from '../form/UploadHold';
import type { LoadedForm } from '../form/use-forms';
import { useStore } from '../form/use-store';
import { messagesFor } from '../form/validation';
import { onlyOf, useAreasFor } from '../identity/session';
import { useLanguage } from '../language';
import { SheetSummary } from '../outcome/SheetSummary';
import { SheetTable } from '../outcome/SheetTable';
import { Questions } from './Questions';
import './acceptance.css';

export interface SheetProps {
  readonly edition: EditionDetail;
  readonly forms: readonly LoadedForm[];
  readonly evaluator: Evaluator;
}

type Side = 'questions' | 'table';

export function Sheet({ edition, forms, evaluator }: SheetProps) {
  const { t, say, language } = useLanguage();
  const [answers, setAnswers] = useState<Answers>({});
  const [side, setSide] = useState<Side>('questions');
  const [current, setCurrent] = useState<string>();
  const [tried, setTried] = useState(false);
  const outcome = useMemo(
    () => evaluator.evaluate(factsOf(answers), { lang: language }) as StandardOutcome,
    [evaluator, answers, language],
  );
  const open = useMemo(() => new Set(openQuestions(outcome)), [outcome]);
  const areas = useAreasFor('fill-sheets');
  const [area, setArea] = useState<string>();
  const store = useStore(edition, answers, area);
  const firstWrong = (): { form: string; id: string } | undefined => {
    for (const { form, validator } of forms) {
      const [id] = messagesFor(validator, form.schema, answers[form.id] ?? {}, t).keys();
      if (id) return { form: form.id, id };
    }
    return undefined;
  };
  const show = (question: { form: string; id: string }) => {
    setSide('questions');
    requestAnimationFrame(() => goToQuestion(question));
  };
  const hold = useUploadHold();
  const save = () => {
    setTried(true);
    if (hold.holds()) return;
    const wrong = firstWrong();
    if (wrong) show(wrong);
    else store.mutate();
  };
  const showLine = (line: StandardLine) => {
    setCurrent(line.id);
    const id = line.facts.find((fact) => open.has(fact)) ?? line.facts[0];
    const question = edition.questions.find((each) => each.id === id);
    if (question) show(question);
  };
  const showOfQuestion = (question: string) => {
    const line = linesOf(edition).find((each) => each.facts.includes(question));
    setCurrent(line?.id);
    if (line) document.getElementById(`line-${line.id}`)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  };
  return (
    <div className="page sheet-page">
      <LeaveGuard answers={answers} />
      <div className="sheet-bar">
        <h1>{say(edition.title)}</h1>
        <SheetSummary edition={edition} outcome={outcome}>
          <AreaChoice areas={areas} value={area} onChange={setArea} />
          <Button type="primary" loading={store.isPending} onClick={save}>
            {t('sheet.save')}
          </Button>
        </SheetSummary>
        <div className="sheet-switch">
          <Segmented<Side>
            block
            value={side}
            onChange={setSide}
            options={[
              { value: 'questions', label: t('sheet.questions') },
              { value: 'table', label: t('sheet.table') },
            ]}
          />
        </div>
      </div>
      <UploadHoldNote hold={hold} />
      <SendFailure error={store.error} />
      <div className={`sheet-columns sheet-side-${side}`}>
        <section className="sheet-questions" aria-label={t('sheet.questions')}>
          {forms.map((loaded) => (
            <Questions
              key={loaded.form.id}
              {...loaded}
              answers={answers[loaded.form.id] ?? {}}
              area={area ?? onlyOf(areas)}
              tried={tried}
              onQuestion={showOfQuestion}
              onChange={(changed) => setAnswers((before) => ({ ...before, [loaded.form.id]: changed }))}
            />
          ))}
        </section>
        <section className="sheet-table" aria-label={t('sheet.table')}>
          <SheetTable
            edition={edition}
            lines={outcome.lines}
            lacking={(line) => line.facts.filter((fact) => open.has(fact)).length}
            onLine={showLine}
            current={current}
          />
        </section>
      </div>
    </div>
  );
}

const linesOf = (edition: EditionDetail): StandardLine[] =>
  (edition.standard?.categories ?? []).flatMap((category) =>
    category.indicators.flatMap((indicator) => indicator.lines),
  );
