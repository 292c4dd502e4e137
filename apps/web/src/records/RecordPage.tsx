/** Owns the page of one stored record: its outcome, and proof that it still comes out the same. */
import { CheckCircleFilled, PrinterOutlined, ReloadOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type EditionDetail, isDeskOutcome, type Submission } from '@yimen/contracts';
import { Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { useMay } from '../identity/session';
import { useLanguage } from '../language';
import { shortTime } from '../layout/dates';
import { Failure, Loading } from '../layout/states';
import { workPath } from '../layout/titles';
import { DeskResult } from '../outcome/DeskResult';
import { SheetResult } from '../outcome/SheetResult';
import { editionQuery, reEvaluate, submissionQuery } from '../server/queries';
import { AnswerList } from './AnswerList';
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
  return <RecordView record={record.data} edition={edition.data} />;
}

function RecordView({ record, edition }: { readonly record: Submission; readonly edition: EditionDetail }) {
  const { t, say, language } = useLanguage();
  const may = useMay();
  const navigate = useNavigate();
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
          </p>
        </div>
        <div className="actions no-print">
          <Button icon={<ReloadOutlined />} loading={again.isPending} onClick={() => again.mutate()}>
            {t('record.again')}
          </Button>
          <Button icon={<PrinterOutlined />} onClick={() => print()}>
            {t('record.print')}
          </Button>
          {may(edition.kind === 'desk' ? 'take-matters' : 'fill-sheets') && (
            <Button type="primary" onClick={() => navigate(workPath(edition))}>
              {t(`record.next.${edition.kind}`)}
            </Button>
          )}
        </div>
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
      <AnswerList record={record} edition={edition} />
    </div>
  );
}
