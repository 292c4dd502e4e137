/** Owns what can be done with a stored record, by what the roles of the account allow. */
import { EditOutlined, PrinterOutlined, ReloadOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import type { EditionDetail, Submission } from '@yimen/contracts';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useMay } from '../identity/session';
import { useLanguage } from '../language';
import { workPath } from '../layout/titles';

export interface RecordActionsProps {
  readonly record: Submission;
  readonly edition: EditionDetail;
  readonly calculating: boolean;
  readonly onAgain: () => void;
}

export function RecordActions({ record, edition, calculating, onAgain }: RecordActionsProps) {
  const { t } = useLanguage();
  const may = useMay();
  const navigate = useNavigate();
  const works = may(edition.kind === 'desk' ? 'take-matters' : 'fill-sheets');
  return (
    <div className="actions no-print">
      {may('read-audit') && (
        <Button icon={<SafetyCertificateOutlined />} onClick={() => navigate(`/audit?subject=${record.id}`)}>
          {t('record.trail')}
        </Button>
      )}
      <Button icon={<ReloadOutlined />} loading={calculating} onClick={() => onAgain()}>
        {t('record.again')}
      </Button>
      <Button icon={<PrinterOutlined />} onClick={() => print()}>
        {t('record.print')}
      </Button>
      {works && (
        <>
          <Button icon={<EditOutlined />} onClick={() => navigate(`/records/${record.id}/correction`)}>
            {t('record.correct')}
          </Button>
          <Button type="primary" onClick={() => navigate(workPath(edition))}>
            {t(`record.next.${edition.kind}`)}
          </Button>
        </>
      )}
    </div>
  );
}
