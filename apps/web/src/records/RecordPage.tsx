/** Owns the page of one stored record: its outcome, and proof that it still comes out the same. */
import { CheckCircleFilled } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type EditionDetail, isDeskOutcome, type Submission } from '@yimen/contracts';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import type { Answers } from '../form/answers';
import { masksIn } from '../form/masks';
import { useLanguage } from '../language';
import { shortTime } from '../layout/dates';
import { Failure, Loading } from '../layout/states';
import { DeskResult } from '../outcome/DeskResult';
import { SheetResult } from '../outcome/SheetResult';
import { editionQuery, reEvaluate, submissionQuery } from '../server/queries';
import { AnswerList } from './AnswerList';
import { PersonalBar } from './PersonalBar';
import { RecordActions } from './RecordActions';
import { usePersonal } from './use-personal';
import './records.css';

export function Page() {
  const { id = '' } = useParams();
  const { language } = useLanguage();
  const record = useQuery(submissionQuery(id, language));
  const edition = useQuery({
    ...editionQuery(record.data?.edition ?? '', record.data?.hash),
    enabled: record.isSuccess,
  });
  if (record.isError) return <Failure error={record.error} retry={record.refetch} />;
  if (edition.isError) return <Failure error={edition.error} retry={edition.refetch} />;
  if (!record.data || !edition.data) return <Loading />;
  return <RecordView key={id} record={record.data} edition={edition.data} />;
}

function RecordView({ record, edition }: { readonly record: Submission; readonly edition: EditionDetail }) {
  const { t, say, language } = useLanguage();
  const again = useMutation({ mutationFn: () => reEvaluate(record.id) });
  return (
    <div className="page page-narrow">
      <div className="block-head record-head">
        <div>
          <h1>{record.heading.map(say).join(t('form.comma')) || say(edition.title)}</h1>
          <p className="quiet">
            {record.heading.length > 0 && `${say(edition.title)} · `}
            {t('record.stored', { time: shortTime(record.submittedAt, language) })} ·{' '}
            <span lang="zh-CN">{edition.source.number}</span>
            {record.version > 1 && ` · ${t('record.corrected', { count: record.version - 1 })}`}
          </p>
        </div>
        <RecordActions record={record} edition={edition} calculating={again.isPending} onAgain={again.mutate} />
      </div>
      <div aria-live="polite">
        {again.data && (
          <p className={again.data.same ? 'note note-good' : 'note note-bad'}>
            <CheckCircleFilled /> {again.data.same ? t('record.same') : t('record.different')}
          </p>
        )}
        {again.isError && <p className="note note-bad">{t('state.failed')}</p>}
      </div>
      {isDeskOutcome(record.outcome) ? (
        <DeskResult outcome={record.outcome} edition={edition} dueOn={record.dueOn} />
      ) : (
        <SheetResult outcome={record.outcome} edition={edition} />
      )}
      <Answered record={record} edition={edition} />
    </div>
  );
}

/** What was answered, its personal part masked unless somebody said why it is needed. */
function Answered({ record, edition }: { readonly record: Submission; readonly edition: EditionDetail }) {
  const answers = record.facts as Answers;
  const masks = useMemo(() => masksIn(answers, edition.questions), [answers, edition]);
  const personal = usePersonal(record.id);
  const full = personal.data?.facts as Answers | undefined;
  const some = Object.values(masks).some((form) => Object.keys(form).length > 0);
  return (
    <>
      {some && <PersonalBar personal={personal} />}
      <AnswerList answers={full ? joined(answers, full) : answers} edition={edition} masks={full ? {} : masks} />
    </>
  );
}

const joined = (answers: Answers, full: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([form, given]) => [form, { ...given, ...full[form] }]));
