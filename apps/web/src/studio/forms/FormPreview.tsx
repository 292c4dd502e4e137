/** Owns the preview: the form as people will fill it in, at the width of a phone or a computer. */
import type { QuestionSummary } from '@yimen/contracts';
import { Button, Segmented, Spin } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { ErrorSummary } from '../../form/ErrorSummary';
import { QuestionForm } from '../../form/QuestionForm';
import { questionsOf } from '../../form/questions';
import type { LoadedForm } from '../../form/use-forms';
import { messagesFor } from '../../form/validation';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { keyOf } from '../draft/PlaceIssues';
import { addressOf } from '../draft/place';
import { fittingAnswers } from './fitting-answers';
import { useForm, type Width } from './forms-context';
import { meetingAnswers } from './meeting-answers';
import { type Preview, usePreview } from './use-preview';

export interface FormPreviewProps {
  readonly width: Width;
  readonly onWidth: (width: Width) => void;
}

type Answers = Readonly<Record<string, unknown>>;

export function FormPreview({ width, onWidth }: FormPreviewProps) {
  const { t } = useLanguage();
  const { form } = useForm();
  const preview = usePreview(typeof form.id === 'string' ? form.id : '');
  const [answers, setAnswers] = useState<Answers>({});
  const [tried, setTried] = useState(false);
  const frame = useRef<HTMLElement>(null);
  const first = useRef(width);
  // Wide it stands below what it stood beside.
  useEffect(() => {
    if (first.current !== width) frame.current?.scrollIntoView({ block: 'nearest' });
    first.current = width;
  }, [width]);
  const clear = () => {
    setAnswers({});
    setTried(false);
  };
  return (
    <section className="card preview" ref={frame} aria-label={t('studioForms.preview.label')}>
      <div className="preview-head">
        <h2>{t('studioForms.preview.label')}</h2>
        {preview.pending && <Spin size="small" aria-label={t('studioForms.preview.saving')} />}
        <Segmented<Width>
          aria-label={t('studioForms.preview.width')}
          value={width}
          options={(['phone', 'desktop'] as const).map((each) => ({
            value: each,
            label: t(`studioForms.preview.${each}`),
          }))}
          onChange={onWidth}
        />
      </div>
      <Trouble preview={preview} />
      {preview.loaded && (
        <>
          <Hidden onReveal={(met) => setAnswers({ ...answers, ...met })} loaded={preview.loaded} answers={answers} />
          <div className={`preview-page preview-${width}`}>
            <Filled {...preview.loaded} answers={answers} tried={tried} onChange={setAnswers} />
          </div>
          <div className="actions preview-actions">
            <Button type="primary" onClick={() => setTried(true)}>
              {t('studioForms.preview.check')}
            </Button>
            <Button onClick={clear}>{t('studioForms.preview.clear')}</Button>
          </div>
        </>
      )}
      {!preview.loaded && preview.trouble === 'none' && (
        <p className="quiet" role="status">
          {t('studioForms.preview.loading')}
        </p>
      )}
    </section>
  );
}

interface HiddenProps {
  readonly loaded: LoadedForm;
  readonly answers: Answers;
  readonly onReveal: (answers: Answers) => void;
}

/** Says that the question that is edited is not asked with these answers, and answers so that it is. */
function Hidden({ loaded, answers, onReveal }: HiddenProps) {
  const { t } = useLanguage();
  const { opened, questions } = useForm();
  const id = opened.kind === 'question' ? opened.id : undefined;
  const [hidden, setHidden] = useState(false);
  // Whether it is asked the drawn form knows; it is drawn in the same turn.
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      setHidden(
        id !== undefined &&
          (questions.get(id)?.asked.length ?? 0) > 0 &&
          questionsOf(loaded.form.schema)[id] !== undefined &&
          document.getElementById(`field-${loaded.form.id}_${id}`) === null,
      ),
    );
    return () => cancelAnimationFrame(frame);
  }, [id, questions, loaded, answers]);
  if (!hidden || id === undefined) return null;
  return (
    <p className="note">
      {t('studioForms.preview.hidden')}{' '}
      <button type="button" className="text-button" onClick={() => onReveal(meetingAnswers(id, questions))}>
        {t('studioForms.preview.reveal')}
      </button>
    </p>
  );
}

/** More errors than anybody reads beside a preview. */
const SHOWN = 3;

function Trouble({ preview: { trouble, loaded } }: { readonly preview: Preview }) {
  const { t, say } = useLanguage();
  const { draft, documents, issues } = useDraft();
  if (trouble === 'none') return null;
  if (trouble === 'unreachable') return <p className="note note-warn">{t('studioForms.preview.unreachable')}</p>;
  const errors = issues.filter(({ severity }) => severity === 'error');
  return (
    <div className="note note-warn" role="status">
      <p>{t(loaded ? 'studioForms.preview.stale' : 'studioForms.preview.broken')}</p>
      <ul>
        {errors.slice(0, SHOWN).map((issue) => (
          <li key={keyOf(issue)}>
            <Link to={addressOf(draft.id, issue, documents)}>{say(issue.message)}</Link>
          </li>
        ))}
      </ul>
      {errors.length > SHOWN && <p>{t('studioForms.preview.more', { count: errors.length - SHOWN })}</p>}
    </div>
  );
}

interface FilledProps extends LoadedForm {
  readonly answers: Answers;
  readonly tried: boolean;
  readonly onChange: (answers: Answers) => void;
}

const NONE = {};

function Filled({ form, validator, answers: given, tried, onChange }: FilledProps) {
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
    const element = id === undefined ? null : document.getElementById(`field-${form}_${id}`);
    if (!element) return undefined;
    element.classList.add('preview-chosen');
    const page = element.closest<HTMLElement>('.preview-page');
    if (page && !page.contains(document.activeElement)) {
      const beyond = element.getBoundingClientRect().top - page.getBoundingClientRect().top;
      page.scrollTop += beyond - 48;
    }
    return () => element.classList.remove('preview-chosen');
  }, [form, id, answers]);
}
