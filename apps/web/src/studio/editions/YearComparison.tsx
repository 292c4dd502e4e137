/** Owns comparing an edition with another year of the same authority and subject. */
import { useQuery } from '@tanstack/react-query';
import { renamed } from '@yimen/config';
import type { EditionHistory } from '@yimen/contracts';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { useLanguage } from '../../language';
import { Failure, Loading } from '../../layout/states';
import { ChangeList } from '../draft/ChangeList';
import { overviewQuery, versionQuery } from '../draft/drafts';

export function YearComparison({ edition }: { readonly edition: EditionHistory }) {
  const { t } = useLanguage();
  const id = useId();
  const [chosen, setChosen] = useState<string>();
  const overview = useQuery(overviewQuery());
  const family = edition.id.slice(0, edition.id.lastIndexOf('/') + 1);
  const others = (overview.data?.editions ?? []).filter(
    (other) => other.id.startsWith(family) && other.id !== edition.id && other.versions.length > 0,
  );
  const other = others.find((each) => each.id === chosen);
  if (others.length === 0 || edition.versions.length === 0) return null;
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('editions.years.title')}</h2>
      <div className="field-line">
        <label htmlFor={id}>{t('editions.years.with')}</label>
        <Select
          id={id}
          className="editions-with"
          value={chosen}
          placeholder={t('editions.years.choose')}
          options={others.map((each) => ({ value: each.id, label: t('editions.year', { year: each.year }) }))}
          onChange={setChosen}
        />
      </div>
      {other && <Differences edition={edition} other={other} />}
    </section>
  );
}

interface DifferencesProps {
  readonly edition: EditionHistory;
  readonly other: EditionHistory;
}

/** From the earlier year to the later one, each by its newest version. */
function Differences({ edition, other }: DifferencesProps) {
  const [before, after] = edition.year < other.year ? [edition, other] : [other, edition];
  const was = useQuery(versionQuery(before.id, before.versions[0]?.version ?? 1));
  const is = useQuery(versionQuery(after.id, after.versions[0]?.version ?? 1));
  if (was.isError) return <Failure error={was.error} within />;
  if (is.isError) return <Failure error={is.error} within />;
  if (!was.data || !is.data) return <Loading />;
  return (
    <ChangeList
      edition={after.id}
      before={renamed(was.data.documents, before.id, after.id)}
      after={is.data.documents}
    />
  );
}
