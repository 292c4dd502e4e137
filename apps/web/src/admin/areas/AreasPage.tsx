/** Owns the page of areas: finding them, looking at one, taking the table in and out. */
import { DownloadOutlined, SearchOutlined, UploadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Switch } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type AreaTree, search } from '../../areas/area-tree';
import { areaTreeQuery } from '../../areas/area-tree-query';
import { useMay } from '../../identity/session';
import { useLanguage } from '../../language';
import { Empty, Failure, Loading } from '../../layout/states';
import { AreaDrawer } from './AreaDrawer';
import { AreaImportPanel } from './AreaImportPanel';
import { AreaTable } from './AreaTable';
import './areas.css';

/** More hits than anybody reads. */
const MOST_HITS = 200;

export function Page() {
  const { t, language } = useLanguage();
  const may = useMay();
  const tree = useQuery(areaTreeQuery());
  const [importing, setImporting] = useState(false);
  const [parameters, setParameters] = useSearchParams();
  const chosen = parameters.get('area');
  return (
    <div className="page page-narrow">
      <div className="block-head">
        <h1>{t('areas.title')}</h1>
        <div className="actions">
          {may('edit-areas') && !importing && (
            <Button icon={<UploadOutlined aria-hidden="true" />} onClick={() => setImporting(true)}>
              {t('areas.import')}
            </Button>
          )}
          <Button icon={<DownloadOutlined aria-hidden="true" />} href={`/api/v1/areas.xlsx?lang=${language}`} download>
            {t('areas.export')} <span lang="en">Excel</span>
          </Button>
          <Button icon={<DownloadOutlined aria-hidden="true" />} href="/api/v1/areas.csv" download>
            {t('areas.export')} <span lang="en">CSV</span>
          </Button>
        </div>
      </div>
      {importing && <AreaImportPanel tree={tree.data} onClose={() => setImporting(false)} />}
      {tree.isPending && <Loading />}
      {tree.isError && <Failure error={tree.error} retry={tree.refetch} within />}
      {tree.isSuccess && <Areas tree={tree.data} onOpen={(area) => setParameters({ area })} />}
      {tree.isSuccess && chosen && (
        <AreaDrawer
          key={chosen}
          id={chosen}
          tree={tree.data}
          onOpen={(area) => setParameters({ area })}
          onClose={() => setParameters({})}
        />
      )}
    </div>
  );
}

interface AreasProps {
  readonly tree: AreaTree;
  readonly onOpen: (id: string) => void;
}

function Areas({ tree, onOpen }: AreasProps) {
  const { t } = useLanguage();
  const [words, setWords] = useState('');
  const [closed, setClosed] = useState(false);
  const sought = useDeferredValue(words.trim());
  const most = sought === '' ? Number.POSITIVE_INFINITY : MOST_HITS;
  const found = useMemo(() => search(tree, sought, closed, most), [tree, sought, closed, most]);
  if (tree.nodes.size === 0) return <Empty title={t('areas.empty')} />;
  return (
    <>
      <div className="areas-filter">
        <Input
          className="filter"
          allowClear
          prefix={<SearchOutlined aria-hidden="true" />}
          aria-label={t('areas.search')}
          placeholder={t('areas.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <label className="areas-closed" htmlFor="areas-closed">
          <Switch id="areas-closed" checked={closed} onChange={setClosed} />
          {t('areas.showClosed')}
        </label>
        <span className="quiet" role="status">
          {sought !== '' && t('areas.found', { count: found.hits })}
          {found.hits > most && t('areas.foundMany', { count: most })}
        </span>
      </div>
      {found.tops.length === 0 ? (
        <Empty title={t('areas.nothing')} />
      ) : (
        <AreaTable found={found} sought={sought} onOpen={onOpen} />
      )}
    </>
  );
}
