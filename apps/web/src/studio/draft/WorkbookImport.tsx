/** Owns taking a workbook back that left the draft: its differences first, then into the draft. */
import { useMutation } from '@tanstack/react-query';
import { type WorkbookEdits, workbookType } from '@yimen/contracts';
import { Button } from 'antd';
import { FileChoice } from '../../exchange/FileChoice';
import { FileFaults, FileIssues } from '../../exchange/FileFaults';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { sendFile } from '../../server/client';
import { ChangeList } from './ChangeList';
import { useDraft } from './draft-context';

export interface WorkbookImportProps {
  /** The file that it left as, below the draft's address. */
  readonly file: string;
  readonly title: string;
  readonly lead: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function WorkbookImport({ file, title, lead, open, onClose }: WorkbookImportProps) {
  const { t } = useLanguage();
  const { draft, documents, edit, flush } = useDraft();
  const tried = useMutation({
    mutationFn: async (chosen: File) => {
      await flush();
      const address = `/api/v1/studio/drafts/${draft.id}/${file}`;
      return sendFile<WorkbookEdits>(address, await chosen.arrayBuffer(), workbookType);
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
    <Dialog open={open} title={title} onCancel={close}>
      <div className="form-stack">
        <p>{lead}</p>
        <FileChoice
          label={t('studio.exchange.choose')}
          accept=".xlsx"
          pending={tried.isPending}
          onChoose={(chosen) => tried.mutate(chosen)}
        />
        {tried.isError && <FileFaults error={tried.error} />}
        {tried.isSuccess && (
          <>
            {tried.data.issues.length > 0 && (
              <div className="note note-warn">
                <p>{t('studio.exchange.leftOut')}</p>
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
