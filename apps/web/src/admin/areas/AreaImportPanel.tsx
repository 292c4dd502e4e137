/** Owns taking a table over: choosing the file, a try that shows what would change or is wrong, then confirming. */
import { Button } from 'antd';
import { useState } from 'react';
import type { AreaTree } from '../../areas/area-tree';
import { FileChoice } from '../../exchange/FileChoice';
import { FileFaults } from '../../exchange/FileFaults';
import { useLanguage } from '../../language';
import { readFile, type TableFile, useImportTable, useTryTable } from './areas';
import { ImportPreview } from './ImportPreview';

export interface AreaImportPanelProps {
  readonly tree: AreaTree | undefined;
  readonly onClose: () => void;
}

export function AreaImportPanel({ tree, onClose }: AreaImportPanelProps) {
  const { t } = useLanguage();
  const [file, setFile] = useState<TableFile>();
  const tried = useTryTable();
  const stored = useImportTable();
  const choose = async (chosen: File) => {
    stored.reset();
    const read = await readFile(chosen);
    setFile(read);
    tried.mutate(read);
  };
  const done = stored.isSuccess;
  return (
    <section className="card areas-import" aria-labelledby="areas-import">
      <h2 id="areas-import">{t('areas.import')}</h2>
      <p className="quiet">{t('areas.importing.help')}</p>
      <div className="areas-file">
        <FileChoice
          label={t(file ? 'areas.importing.again' : 'areas.importing.choose')}
          accept=".csv,.xlsx"
          pending={tried.isPending}
          onChoose={(chosen) => void choose(chosen)}
        />
        {file && <span lang="">{file.name}</span>}
      </div>
      {tried.isError && !tried.isPending && <FileFaults error={tried.error} />}
      {stored.isError && <FileFaults error={stored.error} />}
      {tried.isSuccess && !done && <ImportPreview told={tried.data} tree={tree} />}
      {done && (
        <p className="note note-good" role="status">
          {t('areas.importing.done', { count: stored.data.changes.length })}
        </p>
      )}
      <div className="actions">
        {tried.isSuccess && !done && file && tried.data.changes.length > 0 && (
          <Button type="primary" loading={stored.isPending} onClick={() => stored.mutate(file)}>
            {t('areas.importing.confirm', { count: tried.data.changes.length })}
          </Button>
        )}
        <Button onClick={onClose}>{t(done ? 'areas.close' : 'areas.cancel')}</Button>
      </div>
    </section>
  );
}
