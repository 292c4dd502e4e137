/** Owns taking a version out: the official table as documents, the configuration as a folder. */
import { DownloadOutlined } from '@ant-design/icons';
import type { EditionHistory, PublishedVersion } from '@yimen/contracts';
import { Button, Dropdown } from 'antd';
import { useLanguage } from '../../language';

export interface ExportsProps {
  readonly edition: EditionHistory;
  readonly version: PublishedVersion;
}

export function Exports({ edition, version }: ExportsProps) {
  const { t, language } = useLanguage();
  const address = (file: string) => `/api/v1/editions/${edition.id}/${file}?hash=${version.hash}&lang=${language}`;
  const link = (key: string, file: string) => ({
    key,
    label: (
      <a href={address(file)} download>
        {t(`editions.page.${key}`)}
      </a>
    ),
  });
  const tables = edition.kind === 'standard' ? [link('word', 'standard.docx'), link('sheet', 'standard.xlsx')] : [];
  return (
    <Dropdown menu={{ items: [...tables, link('folder', 'folder.zip')] }} trigger={['click']}>
      <Button icon={<DownloadOutlined aria-hidden="true" />}>{t('editions.page.export')}</Button>
    </Dropdown>
  );
}
