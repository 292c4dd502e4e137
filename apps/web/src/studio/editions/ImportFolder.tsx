/** Owns taking an edition in from a folder of another place: the differences first, then a draft. */
import { ImportOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { archiveType, type FolderImport } from '@yimen/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { FileChoice } from '../../exchange/FileChoice';
import { FileFaults, FileIssues } from '../../exchange/FileFaults';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { sendFile } from '../../server/client';
import { ChangeList } from '../draft/ChangeList';

export function ImportFolder() {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<ImportOutlined aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('editions.import')}
      </Button>
      <Dialog open={open} title={t('editions.importing.title')} onCancel={() => setOpen(false)}>
        <ImportSteps onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

const sendFolder = async (file: File, dryRun: boolean): Promise<FolderImport> =>
  sendFile(`/api/v1/studio/folder.zip?dryRun=${dryRun}`, await file.arrayBuffer(), archiveType);

function ImportSteps({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const tried = useMutation({ mutationFn: (chosen: File) => sendFolder(chosen, true) });
  const made = useMutation({
    mutationFn: (chosen: File) => sendFolder(chosen, false),
    onSuccess: ({ draft }) => {
      void client.invalidateQueries({ queryKey: ['studio'] });
      void navigate(`/studio/drafts/${draft}`);
    },
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    made.reset();
    tried.mutate(chosen);
  };
  return (
    <div className="form-stack">
      <p>{t('editions.importing.lead')}</p>
      <FileChoice label={t('editions.importing.choose')} accept=".zip" pending={tried.isPending} onChoose={choose} />
      {tried.isError && <FileFaults error={tried.error} />}
      {made.isError && <FileFaults error={made.error} />}
      {tried.isSuccess && <Found found={tried.data} />}
      <div className="actions">
        {tried.isSuccess && file && (
          <Button type="primary" loading={made.isPending} onClick={() => made.mutate(file)}>
            {t('editions.importing.confirm')}
          </Button>
        )}
        <Button onClick={onClose}>{t('editions.begin.cancel')}</Button>
      </div>
    </div>
  );
}

function Found({ found }: { readonly found: FolderImport }) {
  const { t } = useLanguage();
  const { edition, documents, base, issues } = found;
  return (
    <>
      {issues.length > 0 && <FileIssues issues={issues} />}
      {base === null ? (
        <p className="note">{t('editions.importing.new')}</p>
      ) : (
        <ChangeList edition={edition} before={base} after={documents} />
      )}
    </>
  );
}
