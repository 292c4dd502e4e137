/** Owns what an impact comes to: one sentence, the matrix, the distribution, the causes, the units. */
import type { ImpactResult, ImpactRun } from '@yimen/contracts';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../../identity/session';
import { useLanguage } from '../../language';
import { Empty, Loading } from '../../layout/states';
import type { UnitChoice } from '../proof/impact-units';
import { CauseList } from './CauseList';
import { ImpactSentence } from './ImpactSentence';
import { ResultMatrix } from './ResultMatrix';
import { UnitList } from './UnitList';

/** The library of charts is large, and few pages draw one. */
const Distribution = lazy(() => import('./Distribution'));

export interface ImpactReportProps {
  readonly run: ImpactRun;
  readonly result: ImpactResult;
}

export function ImpactReport({ run, result }: ImpactReportProps) {
  const { t } = useLanguage();
  const [choice, setChoice] = useState<UnitChoice>({});
  const shown = useMay()('read-impact');
  const onChoose = shown ? setChoice : undefined;
  if (result.units + result.skipped === 0) return <Empty title={t('impact.empty')} />;
  return (
    <>
      <section className="card" aria-labelledby="impact-result">
        <h2 id="impact-result">{t('impact.result')}</h2>
        <ImpactSentence result={result} />
        {result.changed > 0 && <ResultMatrix result={result} choice={choice} onChoose={onChoose} />}
      </section>
      {result.histogram.length > 0 && (
        <section className="card" aria-labelledby="impact-distribution">
          <h2 id="impact-distribution">{t('impact.distribution')}</h2>
          <Suspense fallback={<Loading />}>
            <Distribution histogram={result.histogram} />
          </Suspense>
        </section>
      )}
      {result.lines.length > 0 && <CauseList result={result} choice={choice} onChoose={onChoose} />}
      {result.changed > 0 && shown && <UnitList run={run} result={result} choice={choice} onChoose={setChoice} />}
      {result.changed > 0 && !shown && <Withheld />}
    </>
  );
}

/** In place of the units, for whoever keeps accounts: they are shown no records. */
function Withheld() {
  const { t } = useLanguage();
  return (
    <section className="card" aria-labelledby="impact-units">
      <h2 id="impact-units">{t('impact.units.title')}</h2>
      <p className="note">{t('impact.units.withheld')}</p>
    </section>
  );
}
