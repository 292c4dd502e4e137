/** Owns the room of impact: choosing records, waiting for the server, and what came out. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImpactRun } from '@yimen/contracts';
import { Button } from 'antd';
import { useMay } from '../../identity/session';
import { useLanguage } from '../../language';
import { Failure, Loading } from '../../layout/states';
import { useDraft } from '../draft/draft-context';
import { Refused } from '../proof/Refused';
import { ImpactReport } from './ImpactReport';
import { ImpactSettings } from './ImpactSettings';
import { impactQuery, startImpact, stopImpact } from './impact';
import { isStale, percentOf } from './run-state';
import './words';
import './impact.css';

export function Room() {
  const { draft } = useDraft();
  const run = useQuery(impactQuery(draft.id));
  if (run.isPending) return <Loading />;
  if (run.isError) return <Failure error={run.error} retry={run.refetch} within />;
  return <Impact run={run.data} />;
}

function Impact({ run }: { readonly run: ImpactRun | null }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const { draft, version, flush, readable } = useDraft();
  const may = useMay()('prove-drafts');
  const keep = (next: ImpactRun | null) => client.setQueryData(impactQuery(draft.id).queryKey, next);
  const start = useMutation({
    mutationFn: async (request: ImpactRun['request']) => {
      await flush();
      return startImpact(draft.id, request);
    },
    onSuccess: keep,
  });
  const stop = useMutation({ mutationFn: () => stopImpact(draft.id), onSuccess: keep });
  const running = run?.state === 'running';
  return (
    <div className="impact">
      <section className="card" aria-labelledby="impact">
        <h2 id="impact">{t('impact.title')}</h2>
        <p className="quiet">{t('impact.lead')}</p>
        {may && (
          <ImpactSettings
            last={run?.request}
            disabled={running || !readable}
            pending={start.isPending}
            again={run !== null}
            onStart={start.mutate}
          />
        )}
        {!readable && <p className="note note-bad">{t('impact.unreadable')}</p>}
        <Refused error={start.error ?? stop.error} />
        {running && <Running run={run} stopping={stop.isPending} onStop={may ? () => stop.mutate() : undefined} />}
        {run?.state === 'cancelled' && <p className="note note-warn">{t('impact.cancelled')}</p>}
        {run?.state === 'failed' && <p className="note note-bad">{t('impact.failed')}</p>}
        {!run && <p className="note">{t('impact.never')}</p>}
      </section>
      {run?.result && (
        <>
          {isStale(run, version) && (
            <div className="note note-warn impact-stale" role="status">
              <p>{t('impact.stale')}</p>
              {may && (
                <Button loading={start.isPending} disabled={!readable} onClick={() => start.mutate(run.request)}>
                  {t('impact.again')}
                </Button>
              )}
            </div>
          )}
          <ImpactReport run={run} result={run.result} />
        </>
      )}
    </div>
  );
}

interface RunningProps {
  readonly run: ImpactRun;
  readonly stopping: boolean;
  readonly onStop: (() => void) | undefined;
}

function Running({ run, stopping, onStop }: RunningProps) {
  const { t } = useLanguage();
  const { done, total } = run;
  return (
    <div className="impact-running">
      <progress aria-label={t('impact.running')} max={total || 1} value={done} />
      <span role="status">{t('impact.progress', { done, total, percent: percentOf(run) })}</span>
      {onStop && (
        <Button loading={stopping} onClick={onStop}>
          {t('impact.stop')}
        </Button>
      )}
    </div>
  );
}
