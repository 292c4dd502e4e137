/** Owns the page of all stored records. */
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../language';
import { editionsQuery } from '../server/queries';
import { RecordList } from './RecordList';

export function Page() {
  const { t, say } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const editions = useQuery(editionsQuery());
  const chosen = search.get('edition') ?? '';
  const options = [
    { value: '', label: t('records.all') },
    ...(editions.data?.items ?? []).map((edition) => ({ value: edition.id, label: say(edition.title) })),
  ];
  return (
    <div className="page">
      <div className="block-head">
        <h1>{t('records.title')}</h1>
        <Select
          className="filter"
          aria-label={t('records.filter')}
          value={chosen}
          options={options}
          onChange={(id) => setSearch(id ? { edition: id } : {})}
        />
      </div>
      <RecordList {...(chosen ? { edition: chosen } : {})} limit={20} paged />
    </div>
  );
}
