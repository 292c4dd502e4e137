/** Owns the page of all stored records, and of those of one person. */
import { useMutation, useQuery } from '@tanstack/react-query';
import type { SubmissionPage } from '@yimen/contracts';
import { Button, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { useMay } from '../identity/session';
import { useLanguage } from '../language';
import { Empty } from '../layout/states';
import { editionsQuery, findPerson } from '../server/queries';
import { PersonFinder } from './PersonFinder';
import { RecordItems, RecordList } from './RecordList';

export function Page() {
  const { t } = useLanguage();
  const may = useMay();
  const [search] = useSearchParams();
  const chosen = search.get('edition') ?? '';
  const found = useMutation({ mutationFn: findPerson, gcTime: 0 });
  return (
    <div className="page">
      <div className="block-head">
        <h1>{t('records.title')}</h1>
        {!found.data && <EditionFilter chosen={chosen} />}
      </div>
      {may('show-personal-data') && (
        <PersonFinder finding={found.isPending} error={found.error} onFind={found.mutate} />
      )}
      {found.data ? (
        <Found page={found.data} onBack={found.reset} />
      ) : (
        <RecordList {...(chosen ? { edition: chosen } : {})} limit={20} paged />
      )}
    </div>
  );
}

function EditionFilter({ chosen }: { readonly chosen: string }) {
  const { t, say } = useLanguage();
  const [, setSearch] = useSearchParams();
  const may = useMay();
  const editions = useQuery(editionsQuery());
  const readable = (editions.data?.items ?? []).filter(({ kind }) =>
    may(kind === 'desk' ? 'read-matters' : 'read-sheets'),
  );
  const options = [
    { value: '', label: t('records.all') },
    ...readable.map((edition) => ({ value: edition.id, label: say(edition.title) })),
  ];
  return (
    <Select
      className="filter"
      aria-label={t('records.filter')}
      value={chosen}
      options={options}
      onChange={(id) => setSearch(id ? { edition: id } : {})}
    />
  );
}

/** The records of one person, as many as the server tells of; nothing of it is in the address. */
function Found({ page: { items, next }, onBack }: { readonly page: SubmissionPage; readonly onBack: () => void }) {
  const { t } = useLanguage();
  return (
    <section aria-label={t('records.person.result')}>
      <div className="found-head">
        <p role="status">{t(next ? 'records.person.more' : 'records.person.found', { count: items.length })}</p>
        <Button onClick={onBack}>{t('records.person.back')}</Button>
      </div>
      {items.length === 0 ? <Empty title={t('records.person.none')} /> : <RecordItems items={items} />}
    </section>
  );
}
