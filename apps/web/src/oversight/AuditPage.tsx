/** Owns the page of the audit trail: who did what, found by what is looked for, checked as a whole. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../language';
import { Empty, Failure, Loading } from '../layout/states';
import { AuditFilters } from './AuditFilters';
import { AuditList } from './AuditList';
import { type AuditFilter, auditQuery, filters } from './audit';
import { TrailCheck } from './TrailCheck';
import './oversight.css';

export function Page() {
  const { t } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const filter: AuditFilter = Object.fromEntries(
    filters.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])),
  );
  return (
    <div className="page page-narrow">
      <div className="audit-head">
        <h1>{t('audit.title')}</h1>
        <p className="quiet">{t('audit.lead')}</p>
      </div>
      <TrailCheck />
      <AuditFilters filter={filter} onFilter={(changed) => setSearch(changed, { replace: true })} />
      <Entries filter={filter} />
    </div>
  );
}

function Entries({ filter }: { readonly filter: AuditFilter }) {
  const { t } = useLanguage();
  const entries = useInfiniteQuery(auditQuery(filter));
  if (entries.isPending) return <Loading />;
  if (entries.isError) return <Failure error={entries.error} retry={entries.refetch} within />;
  const items = entries.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty title={t('audit.none')} />;
  return (
    <>
      <AuditList entries={items} />
      {entries.hasNextPage && (
        <div className="more">
          <Button loading={entries.isFetchingNextPage} onClick={() => entries.fetchNextPage()}>
            {t('records.more')}
          </Button>
        </div>
      )}
    </>
  );
}
