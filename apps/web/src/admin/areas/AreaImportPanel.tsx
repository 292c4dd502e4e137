/** Owns taking a table over: choosing the file, a try that shows what would change or is wrong, then confirming. */
import { InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ChangeEvent, useRef, useState } from 'react';
import { useLanguage } from '../../language';
import type { AreaTree } from './area-tree';
import { readFile, type TableFile, useImportTable, useTryTable } from './areas';
import { ImportFaults } from './ImportFaults';
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
      <FileChoice file={file} pending={tried.isPending} onChoose={(chosen) => void choose(chosen)} />
      {tried.isError && !tried.isPending && <ImportFaults error={tried.error} />}
      {stored.isError && <ImportFaults error={stored.error} />}
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

interface FileChoiceProps {
  readonly file: TableFile | undefined;
  readonly pending: boolean;
  readonly onChoose: (file: File) => void;
}

/** The same file can be chosen again once it was mended. */
function FileChoice({ file, pending, onChoose }: FileChoiceProps) {
  const { t } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const changed = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = target.files ?? [];
    if (chosen) onChoose(chosen);
    target.value = '';
  };
  return (
    <div className="areas-file">
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        accept=".csv,.xlsx"
        aria-label={t('areas.importing.file')}
        onChange={changed}
      />
      <Button icon={<InboxOutlined aria-hidden="true" />} loading={pending} onClick={() => input.current?.click()}>
        {t(file ? 'areas.importing.again' : 'areas.importing.choose')}
      </Button>
      {file && <span lang="">{file.name}</span>}
    </div>
  );
}
