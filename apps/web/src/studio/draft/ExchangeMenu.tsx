/** Owns taking a draft out as documents or files, and its table back in. */
import { ExportOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { useDraft } from './draft-context';
import { WorkbookImport } from './WorkbookImport';

export function ExchangeMenu() {
  const { t, language } = useLanguage();
  const { draft, editable } = useDraft();
  const [importing, setImporting] = useState(false);
  const link = (key: string, file: string) => ({
    key,
    label: (
      <a href={`/api/v1/studio/drafts/${draft.id}/${file}?lang=${language}`} download>
        {t(`studio.exchange.${key}`)}
      </a>
    ),
  });
  const standard = draft.kind === 'standard';
  const back = { key: 'import', label: t('studio.exchange.import'), onClick: () => setImporting(true) };
  const items = [
    ...(standard ? [link('word', 'standard.docx'), link('sheet', 'standard.xlsx')] : []),
    link('folder', 'folder.zip'),
    ...(standard && editable ? [{ type: 'divider' as const }, back] : []),
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<ExportOutlined aria-hidden="true" />}>{t('studio.exchange.menu')}</Button>
      </Dropdown>
      <WorkbookImport
        file="standard.xlsx"
        title={t('studio.exchange.import')}
        lead={t('studio.exchange.importLead')}
        open={importing}
        onClose={() => setImporting(false)}
      />
    </>
  );
}
