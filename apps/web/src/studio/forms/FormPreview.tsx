/** Owns the preview: the form as people will fill it in, at the width of a phone or a computer. */
import { Button, Segmented, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { questionsOf } from '../../form/questions';
import type { LoadedForm } from '../../form/use-forms';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { keyOf } from '../draft/PlaceIssues';
import { addressOf } from '../draft/place';
import { FilledPreview } from './FilledPreview';
import type { Answers } from './fitting-answers';
import { useForm, type Width } from './forms-context';
import { meetingAnswers } from './meeting-answers';
import { type Preview, usePreview } from './use-preview';

export interface FormPreviewProps {
  readonly width: Width;
  readonly onWidth: (width: Width) => void;
}

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
        {preview.pending && (
          <span role="status" aria-label={t('studioForms.preview.saving')}>
            <Spin size="small" />
          </span>
        )}
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
            <FilledPreview {...preview.loaded} answers={answers} tried={tried} onChange={setAnswers} />
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
