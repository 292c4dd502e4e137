/** Owns the first page of the Studio: every standard and desk, year by year, and what is being drafted. */
import { useQuery } from '@tanstack/react-query';
import type { EditionHistory } from '@yimen/contracts';
import { useMay } from '../../identity/session';
import { useLanguage } from '../../language';
import { Empty, Failure, Loading } from '../../layout/states';
import { overviewQuery } from '../draft/drafts';
import { EditionRow } from './EditionRow';
import { ImportFolder } from './ImportFolder';
import '../draft/words';
import './words';
import './editions.css';

export function Page() {
  const { t } = useLanguage();
  const may = useMay();
  const overview = useQuery(overviewQuery());
  return (
    <div className="page page-narrow">
      <div className="block-head">
        <div>
          <h1>{t('studio.title')}</h1>
          <p className="quiet">{t('studio.lead')}</p>
        </div>
        {may('edit-editions') && <ImportFolder />}
      </div>
      {overview.isPending && <Loading />}
      {overview.isError && <Failure error={overview.error} retry={overview.refetch} within />}
      {overview.isSuccess && <Families editions={overview.data.editions} />}
    </div>
  );
}

/** The years of one authority and subject together, the newest first. */
function Families({ editions }: { readonly editions: readonly EditionHistory[] }) {
  const { t, say } = useLanguage();
  if (editions.length === 0) return <Empty title={t('editions.empty')} />;
  const families = [...new Set(editions.map(({ id }) => familyOf(id)))].map((family) =>
    editions.filter(({ id }) => familyOf(id) === family).sort((a, b) => b.year - a.year),
  );
  return families.map((years) => {
    const [newest] = years;
    if (!newest) return null;
    const heading = `family-${familyOf(newest.id).replaceAll('/', '-')}`;
    return (
      <section key={heading} className="card editions-family" aria-labelledby={heading}>
        <h2 id={heading}>{say(newest.title)}</h2>
        <p className="quiet">{say(newest.authority)}</p>
        <ul className="editions-years">
          {years.map((edition) => (
            <EditionRow key={edition.id} edition={edition} newest={edition === newest} />
          ))}
        </ul>
      </section>
    );
  });
}

const familyOf = (id: string): string => id.slice(0, id.lastIndexOf('/'));
