/** Owns the page of one edition: every version, comparing two, publishing an old one anew, withdrawing, exporting. */
import { useQuery } from '@tanstack/react-query';
import type { EditionHistory } from '@yimen/contracts';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useLanguage } from '../../language';
import { Failure, Loading } from '../../layout/states';
import { historyQuery } from '../draft/drafts';
import { DraftLine } from './EditionRow';
import { VersionComparison } from './VersionComparison';
import { VersionTable } from './VersionTable';
import { YearComparison } from './YearComparison';
import '../draft/words';
import './words';
import './editions.css';

export function Page() {
  const { authority, subject, year } = useParams();
  const history = useQuery(historyQuery(`${authority}/${subject}/${year}`));
  if (history.isPending) return <Loading />;
  if (history.isError) return <Failure error={history.error} retry={history.refetch} />;
  return <History edition={history.data} />;
}

function History({ edition }: { readonly edition: EditionHistory }) {
  const { t, say } = useLanguage();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const choose = (version: number, yes: boolean) =>
    setChosen((before) => (yes ? [...before, version].slice(-2) : before.filter((each) => each !== version)));
  const [from, to] = [...chosen].sort((a, b) => a - b);
  return (
    <div className="page page-narrow">
      <div>
        <Link to="/studio">{t('studio.back')}</Link>
        <h1>{say(edition.title)}</h1>
        <p className="quiet">{say(edition.authority)}</p>
      </div>
      {edition.drafts.length > 0 && (
        <section className="card" aria-labelledby="drafts">
          <h2 id="drafts">{t('editions.page.drafts')}</h2>
          {edition.drafts.map((draft) => (
            <DraftLine key={draft.id} draft={draft} />
          ))}
        </section>
      )}
      <section className="card" aria-labelledby="versions">
        <h2 id="versions">{t('editions.page.versions')}</h2>
        {edition.versions.length === 0 ? (
          <p className="quiet">{t('editions.none')}</p>
        ) : (
          <VersionTable edition={edition} chosen={chosen} onChoose={choose} />
        )}
      </section>
      {from !== undefined && to !== undefined && <VersionComparison edition={edition.id} from={from} to={to} />}
      <YearComparison edition={edition} />
    </div>
  );
}
