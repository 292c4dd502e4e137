/** Owns the gate before publication: how far it is, and what it found. */
import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { GateReport, GateRun } from '@yimen/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../identity/session';
import { useLanguage } from '../../language';
import { Failure, Loading } from '../../layout/states';
import { useDraft } from '../draft/draft-context';
import { actOnDraft, gateQuery } from '../draft/drafts';
import { Refused } from '../proof/Refused';

export function GateCard() {
  const { t } = useLanguage();
  const { draft, version } = useDraft();
  const gate = useQuery(gateQuery(draft.id));
  return (
    <div className="gate">
      <h3>{t('review.gate.title')}</h3>
      {gate.isPending && <Loading />}
      {gate.isError && <Failure error={gate.error} retry={gate.refetch} within />}
      {gate.isSuccess && <Gate run={gate.data} current={gate.data?.version === version} />}
    </div>
  );
}

function Gate({ run, current }: { readonly run: GateRun | null; readonly current: boolean }) {
  const { t } = useLanguage();
  const may = useMay()('prove-drafts');
  const { draft } = useDraft();
  const client = useQueryClient();
  const start = useMutation({
    mutationFn: () => actOnDraft(draft.id, 'gate'),
    onSettled: () => client.invalidateQueries({ queryKey: gateQuery(draft.id).queryKey }),
  });
  const ended = run?.state === 'done' && current ? run.report : null;
  return (
    <>
      {run?.state === 'running' && (
        <p className="gate-running" role="status">
          <progress aria-label={t('review.gate.running')} max={run.total || 1} value={run.done} />
          {t('review.gate.running')}
        </p>
      )}
      {ended && <Report report={ended} />}
      {run?.state !== 'running' && !ended && <p className="note note-warn">{t('review.gate.none')}</p>}
      {may && run?.state !== 'running' && !ended && (
        <Button loading={start.isPending} onClick={() => start.mutate()}>
          {t('review.gate.start')}
        </Button>
      )}
      <Refused error={start.error} />
    </>
  );
}

function Report({ report }: { readonly report: GateReport }) {
  const { t } = useLanguage();
  const { draft } = useDraft();
  const errors = report.issues.filter(({ severity, code }) => severity === 'error' && code !== 'case-fails').length;
  const differing = report.issues.filter(({ code }) => code === 'engines-differ').length;
  const { generated, stored } = report.compared;
  return (
    <div role="status">
      <ul className="readiness">
        <Line good={report.passed}>
          <b>{t(report.passed ? 'review.gate.passed' : 'review.gate.failed')}</b>
        </Line>
        {report.unconfirmed > 0 && (
          <Line good={false}>{t('review.ready.unconfirmed', { count: report.unconfirmed })}</Line>
        )}
        <Line good={errors === 0}>
          {errors === 0 ? t('review.ready.noErrors') : t('review.ready.errors', { count: errors })}{' '}
          {errors > 0 && <Link to={`/studio/drafts/${draft.id}/checks`}>{t('review.gate.look')}</Link>}
        </Line>
        <Line good={report.cases.failed === 0}>
          {report.cases.failed === 0
            ? t('review.ready.casesPass', { count: report.cases.passed })
            : t('review.ready.casesFail', { count: report.cases.failed })}{' '}
          {report.cases.failed > 0 && <Link to={`/studio/drafts/${draft.id}/cases`}>{t('review.gate.look')}</Link>}
        </Line>
        <Line good={differing === 0}>{t('review.gate.compared', { generated, stored })}</Line>
      </ul>
    </div>
  );
}

function Line({ good, children }: { readonly good: boolean; readonly children: ReactNode }) {
  return (
    <li className={good ? 'ready-done' : 'ready-open'}>
      {good ? <CheckCircleFilled aria-hidden="true" /> : <ExclamationCircleFilled aria-hidden="true" />}
      <span>{children}</span>
    </li>
  );
}
