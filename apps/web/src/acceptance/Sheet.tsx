/** Owns filling one sheet: questions on one side, the official table with live scores on the other. */
import type { EditionDetail, StandardLine } from '@yimen/contracts';
import type { StandardOutcome } from '@yimen/engine';
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { factsOf, goToQuestion, openQuestions } from '../form/answers';
import type { Filing } from '../form/filing';
import { LeaveGuard } from '../form/LeaveGuard';
import { UploadHoldNote, useUploadHold } from '../form/UploadHold';
import type { EditionReady } from '../form/use-forms';
import { messagesFor } from '../form/validation';
import { useLanguage } from '../language';
import { SheetSummary } from '../outcome/SheetSummary';
import { SheetTable } from '../outcome/SheetTable';
import { Questions } from './Questions';
import './acceptance.css';

export interface SheetProps extends EditionReady {
  readonly filing: Filing;
}

type Side = 'questions' | 'table';

/** The masks of a form without any; one object, so that nothing is drawn again for its sake. */
const NONE = {};

export function Sheet({ edition, forms, evaluator, filing }: SheetProps) {
  const { t, say, language } = useLanguage();
  const { answers, masks } = filing;
  const [side, setSide] = useState<Side>('questions');
  const [current, setCurrent] = useState<string>();
  const [tried, setTried] = useState(false);
  const outcome = useMemo(
    () => evaluator.evaluate(factsOf(answers), { lang: language }) as StandardOutcome,
    [evaluator, answers, language],
  );
  const open = useMemo(() => new Set(openQuestions(outcome)), [outcome]);
  const firstWrong = (): { form: string; id: string } | undefined => {
    for (const loaded of forms) {
      const form = loaded.form.id;
      const [id] = messagesFor(loaded, answers[form] ?? {}, masks[form] ?? NONE, t).keys();
      if (id) return { form, id };
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
    else filing.send();
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
      <LeaveGuard unsaved={filing.unsaved} />
      <div className="sheet-bar">
        <h1>{filing.title(say(edition.title))}</h1>
        <SheetSummary edition={edition} outcome={outcome}>
          {filing.head}
          <Button type="primary" loading={filing.sending} onClick={save}>
            {filing.action}
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
        {filing.told}
      </div>
      <UploadHoldNote hold={hold} />
      <div className={`sheet-columns sheet-side-${side}`}>
        <section className="sheet-questions" aria-label={t('sheet.questions')}>
          {forms.map((loaded) => (
            <Questions
              key={loaded.form.id}
              {...loaded}
              answers={answers[loaded.form.id] ?? {}}
              masks={masks[loaded.form.id] ?? NONE}
              area={filing.area}
              tried={tried}
              onQuestion={showOfQuestion}
              onChange={(changed) => filing.change(loaded.form.id, changed)}
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
