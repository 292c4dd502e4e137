/** Owns the entrance: the two jobs, by edition, and what was stored last. */
import {
  ApartmentOutlined,
  FileDoneOutlined,
  SafetyCertificateOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { EditionSummary } from '@yimen/contracts';
import { Link } from 'react-router';
import { useAccount, useMay } from '../identity/session';
import { useLanguage } from '../language';
import { longDate } from '../layout/dates';
import { Empty, Failure, Loading } from '../layout/states';
import { workPath } from '../layout/titles';
import { RecordList } from '../records/RecordList';
import { editionsQuery } from '../server/queries';
import { Card } from './Card';
import './home.css';

export function Page() {
  const { t } = useLanguage();
  const may = useMay();
  const account = useAccount();
  const worker = may('take-matters') || may('fill-sheets');
  const idle = !worker && !may('manage-accounts') && !may('edit-areas') && !may('read-records');
  const editions = useQuery({ ...editionsQuery(), enabled: worker });
  return (
    <div className="page">
      <div className="hello">
        <h1>{t(worker ? 'home.title' : 'home.welcome', { name: account?.title })}</h1>
        {worker && <p>{t('home.lead')}</p>}
      </div>
      {editions.isLoading && <Loading />}
      {editions.isError && <Failure error={editions.error} retry={editions.refetch} within />}
      {editions.isSuccess && <Jobs editions={editions.data.items} />}
      <div className="jobs">
        {may('manage-accounts') && (
          <Card to="/accounts" icon={<TeamOutlined />} title={t('nav.accounts')}>
            <span>{t('accounts.lead')}</span>
          </Card>
        )}
        {may('edit-areas') && (
          <Card to="/areas" icon={<ApartmentOutlined />} title={t('nav.areas')}>
            <span>{t('areas.lead')}</span>
          </Card>
        )}
        {may('read-audit') && (
          <Card to="/audit" icon={<SafetyCertificateOutlined />} title={t('nav.audit')}>
            <span>{t('audit.lead')}</span>
          </Card>
        )}
      </div>
      {idle && <Empty title={t('home.nothing')} />}
      {may('read-records') && (
        <section className="block">
          <div className="block-head">
            <h2>{t('home.recent')}</h2>
            <Link to="/records">{t('home.allRecords')}</Link>
          </div>
          <RecordList limit={5} />
        </section>
      )}
    </div>
  );
}

function Jobs({ editions }: { readonly editions: readonly EditionSummary[] }) {
  const { t } = useLanguage();
  const may = useMay();
  const mine = editions.filter(({ kind }) => may(kind === 'desk' ? 'take-matters' : 'fill-sheets'));
  if (editions.length === 0) return <Empty title={t('home.noEditions')} />;
  return (
    <div className="jobs">
      {[...mine]
        .sort((a, b) => a.kind.localeCompare(b.kind))
        .map((edition) => (
          <Job key={edition.id} edition={edition} />
        ))}
    </div>
  );
}

function Job({ edition }: { readonly edition: EditionSummary }) {
  const { t, say, language } = useLanguage();
  return (
    <Card
      to={workPath(edition)}
      icon={edition.kind === 'desk' ? <SolutionOutlined /> : <FileDoneOutlined />}
      title={t(`home.${edition.kind}.action`)}
    >
      <span>{say(edition.title)}</span>
      <small>
        {say(edition.authority)} · {t('home.effective', { date: longDate(edition.effectiveFrom, language) })}
      </small>
    </Card>
  );
}
