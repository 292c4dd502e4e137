/** Owns the entrance: the two jobs, by edition, and what was stored last. */
import {
  ApartmentOutlined,
  ControlOutlined,
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

/** What brings somebody here besides the two jobs. */
const others = ['read-drafts', 'manage-accounts', 'edit-areas', 'read-records'] as const;

export function Page() {
  const { t } = useLanguage();
  const may = useMay();
  const account = useAccount();
  const worker = may('take-matters') || may('fill-sheets');
  const idle = !worker && !others.some(may);
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
        {may('read-drafts') && (
          <Card to="/studio" icon={<ControlOutlined />} title={t('nav.studio')}>
            <span>{t('home.studio')}</span>
          </Card>
        )}
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
  const { t, say } = useLanguage();
  const may = useMay();
  const mine = editions.filter(({ kind }) => may(kind === 'desk' ? 'take-matters' : 'fill-sheets'));
  if (mine.length === 0) return <Empty title={t('home.noEditions')} />;
  const [current, earlier] = byYear([...mine].sort((a, b) => a.kind.localeCompare(b.kind) || b.year - a.year));
  return (
    <>
      <div className="jobs">
        {current.map((edition) => (
          <Job key={edition.id} edition={edition} />
        ))}
      </div>
      {earlier.length > 0 && (
        <p className="quiet">
          {t('home.earlier')}
          {earlier.map((edition) => (
            <Link key={edition.id} className="earlier" to={workPath(edition)}>
              {say(edition.title)}
            </Link>
          ))}
        </p>
      )}
    </>
  );
}

/** The newest year of each authority and subject, and those before. */
function byYear(editions: readonly EditionSummary[]): readonly [EditionSummary[], EditionSummary[]] {
  const family = ({ id }: EditionSummary): string => id.slice(0, id.lastIndexOf('/'));
  const isNewest = (edition: EditionSummary): boolean =>
    !editions.some((other) => family(other) === family(edition) && other.year > edition.year);
  return [editions.filter(isNewest), editions.filter((edition) => !isNewest(edition))];
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
