/** Owns taking a list back from a workbook: its differences first, then into the draft. */
import { useMutation } from '@tanstack/react-query';
import { type WorkbookEdits, workbookType } from '@yimen/contracts';
import { Button } from 'antd';
import { FileChoice } from '../../exchange/FileChoice';
import { FileFaults, FileIssues } from '../../exchange/FileFaults';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { sendFile } from '../../server/client';
import { ChangeList } from '../draft/ChangeList';
import { useDraft } from '../draft/draft-context';

export interface ListImportProps {
  readonly list: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function ListImport({ list, open, onClose }: ListImportProps) {
  const { t } = useLanguage();
  const { draft, documents, edit, flush } = useDraft();
  const tried = useMutation({
    mutationFn: async (file: File) => {
      await flush();
      const address = `/api/v1/studio/drafts/${draft.id}/lists/${list}.xlsx`;
      return sendFile<WorkbookEdits>(address, await file.arrayBuffer(), workbookType);
    },
  });
  const close = () => {
    tried.reset();
    onClose();
  };
  const take = () => {
    const edits = tried.data?.documents ?? {};
    edit((all) => ({ ...all, ...edits }), 'workbook');
    close();
  };
  return (
    <Dialog open={open} title={t('studioLists.import')} onCancel={close}>
      <div className="form-stack">
        <p>{t('studioLists.importLead')}</p>
        <FileChoice
          label={t('studio.exchange.choose')}
          accept=".xlsx"
          pending={tried.isPending}
          onChoose={(file) => tried.mutate(file)}
        />
        {tried.isError && <FileFaults error={tried.error} />}
        {tried.isSuccess && (
          <>
            {tried.data.issues.length > 0 && (
              <div className="note note-warn">
                <FileIssues issues={tried.data.issues} />
              </div>
            )}
            <ChangeList edition={draft.edition} before={documents} after={{ ...documents, ...tried.data.documents }} />
          </>
        )}
        <div className="actions">
          {tried.isSuccess && tried.data.edits > 0 && (
            <Button type="primary" onClick={take}>
              {t('studio.exchange.take')}
            </Button>
          )}
          <Button onClick={close}>{t('studio.exchange.close')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
