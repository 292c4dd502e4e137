/** Owns the list of stored records. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { EditionDetail, SubmissionSummary } from '@yimen/contracts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useLanguage } from '../language';
import { longDate, shortTime } from '../layout/dates';
import { Empty, Failure, Loading } from '../layout/states';
import { departmentTitle, dispositionTitle, gradeTitle } from '../layout/titles';
import { DispositionTag, GradeTag } from '../outcome/tags';
import { editionQuery, submissionsQuery } from '../server/queries';
import './records.css';

export interface RecordListProps {
  readonly edition?: string;
  readonly limit: number;
  readonly paged?: boolean;
}

export function RecordList({ edition, limit, paged = false }: RecordListProps) {
  const { t } = useLanguage();
  const records = useInfiniteQuery(submissionsQuery(edition, limit));
  if (records.isPending) return <Loading />;
  if (records.isError) return <Failure error={records.error} retry={records.refetch} within />;
  const items = records.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty title={t('records.empty')} />;
  return (
    <>
      <RecordItems items={items} />
      {paged && records.hasNextPage && (
        <div className="more">
          <Button loading={records.isFetchingNextPage} onClick={() => records.fetchNextPage()}>
            {t('records.more')}
          </Button>
        </div>
      )}
    </>
  );
}

export function RecordItems({ items }: { readonly items: readonly SubmissionSummary[] }) {
  return (
    <ul className="records">
      {items.map((record) => (
        <RecordItem key={record.id} record={record} />
      ))}
    </ul>
  );
}

function RecordItem({ record }: { readonly record: SubmissionSummary }) {
  const { t, say, language } = useLanguage();
  const edition = useQuery(editionQuery(record.edition, record.hash));
  return (
    <li>
      <Link to={`/records/${record.id}`}>
        <span className="records-what">
          <strong>{record.heading.map(say).join(t('form.comma')) || t('records.unnamed')}</strong>
          <small>
            {edition.data ? say(edition.data.title) : '…'} ·{' '}
            {t('records.stored', { time: shortTime(record.submittedAt, language) })}
          </small>
        </span>
        <span className="records-due">
          <DueDay record={record} />
        </span>
        <span className="records-result">{edition.data && <Result record={record} edition={edition.data} />}</span>
      </Link>
    </li>
  );
}

function DueDay({ record: { dueOn, dueInWorkingDays } }: { readonly record: SubmissionSummary }) {
  const { t, language } = useLanguage();
  if (dueOn) return t('records.due', { date: longDate(dueOn, language) });
  return dueInWorkingDays ? t('outcome.workingDays', { count: dueInWorkingDays }) : null;
}

function Result({
  record: { result },
  edition,
}: {
  readonly record: SubmissionSummary;
  readonly edition: EditionDetail;
}) {
  const { say, t } = useLanguage();
  if ('disposition' in result) {
    const [title, department] = [
      dispositionTitle(edition, result.disposition),
      departmentTitle(edition, result.department),
    ];
    return (
      <>
        {department && <small>{say(department)}</small>}
        <DispositionTag id={result.disposition} title={title ? say(title) : t('outcome.open')} />
      </>
    );
  }
  const grade = gradeTitle(edition, result.grade);
  return (
    <>
      <b className="figure">{t('sheet.points', { points: result.total ?? '—' })}</b>
      {grade && <GradeTag edition={edition} id={result.grade} title={say(grade)} />}
    </>
  );
}
