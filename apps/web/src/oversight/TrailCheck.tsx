/** Owns checking the whole trail, and telling in plain words what came of it. */
import { CheckCircleFilled, SafetyCertificateOutlined, WarningFilled } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import type { AuditReport } from '@yimen/contracts';
import { Button, Spin, Typography } from 'antd';
import { SendFailure } from '../form/SendFailure';
import { useLanguage } from '../language';
import { inChina, longDate } from '../layout/dates';
import { checkTrail, fingerprint } from './audit';

export function TrailCheck() {
  const { t } = useLanguage();
  const check = useMutation({ mutationFn: checkTrail });
  return (
    <section className="card audit-check" aria-label={t('audit.check.title')}>
      <div className="audit-check-head">
        <p>{t('audit.check.lead')}</p>
        <Button icon={<SafetyCertificateOutlined />} disabled={check.isPending} onClick={() => check.mutate()}>
          {t('audit.check.action')}
        </Button>
      </div>
      <div aria-live="polite">
        {check.isPending && (
          <p className="audit-checking">
            <Spin size="small" /> {t('audit.check.pending')}
          </p>
        )}
        {check.data &&
          (check.data.faults.length === 0 ? <Intact report={check.data} /> : <Broken report={check.data} />)}
      </div>
      <SendFailure error={check.error} />
    </section>
  );
}

function Intact({ report: { entries, head } }: { readonly report: AuditReport }) {
  const { t, language } = useLanguage();
  const { day } = inChina(new Date());
  return (
    <div className="note note-good audit-result">
      <p>
        <CheckCircleFilled /> <b>{t('audit.check.intact', { count: entries })}</b>
      </p>
      <p>
        {t('audit.check.until', { date: longDate(day, language), number: head.sequence })}
        <Typography.Text
          className="audit-print"
          lang=""
          copyable={{
            text: `${day} ${head.sequence} ${head.hash}`,
            tooltips: [t('audit.check.copy'), t('audit.check.copied')],
          }}
        >
          {fingerprint(head.hash)}
        </Typography.Text>
      </p>
      <p>{t('audit.check.keep')}</p>
    </div>
  );
}

function Broken({ report: { faults } }: { readonly report: AuditReport }) {
  const { t } = useLanguage();
  return (
    <div className="note note-bad audit-result">
      <p>
        <WarningFilled /> <b>{t('audit.check.broken', { count: faults.length })}</b>
      </p>
      <ul>
        {faults.map(({ sequence, kind }) => (
          <li key={`${sequence} ${kind}`}>{t(`audit.check.fault.${kind}`, { number: sequence })}</li>
        ))}
      </ul>
      <p>{t('audit.check.doNow')}</p>
    </div>
  );
}
