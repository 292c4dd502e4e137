/** Owns the differences between two versions of an edition. */
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../language';
import { Failure, Loading } from '../../layout/states';
import { ChangeList } from '../draft/ChangeList';
import { versionQuery } from '../draft/drafts';

export interface VersionComparisonProps {
  readonly edition: string;
  readonly from: number;
  readonly to: number;
}

export function VersionComparison({ edition, from, to }: VersionComparisonProps) {
  const { t } = useLanguage();
  const before = useQuery(versionQuery(edition, from));
  const after = useQuery(versionQuery(edition, to));
  return (
    <section className="card" aria-labelledby="comparison">
      <h2 id="comparison">{t('editions.compare.title', { from, to })}</h2>
      {(before.isPending || after.isPending) && <Loading />}
      {before.isError && <Failure error={before.error} within />}
      {after.isError && <Failure error={after.error} within />}
      {before.data && after.data && (
        <ChangeList before={before.data.documents} after={after.data.documents} edition={edition} />
      )}
    </section>
  );
}
