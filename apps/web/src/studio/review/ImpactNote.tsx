/** Owns the few words about the impact, where it was computed, and the way there. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { ImpactSentence } from '../impact/ImpactSentence';
import { impactQuery } from '../impact/impact';
import { isStale } from '../impact/run-state';
import '../impact/words';

export function ImpactNote() {
  const { t } = useLanguage();
  const { draft, version } = useDraft();
  const run = useQuery(impactQuery(draft.id)).data;
  return (
    <div className="review-impact">
      <h3>{t('review.impact.title')}</h3>
      {run?.result ? (
        <>
          <ImpactSentence result={run.result} />
          {isStale(run, version) && <p className="note note-warn">{t('review.impact.stale')}</p>}
        </>
      ) : (
        <p className="quiet">{t('review.impact.none')}</p>
      )}
      <Link to={`/studio/drafts/${draft.id}/impact`}>
        {t(run?.result ? 'review.impact.look' : 'review.impact.compute')}
      </Link>
    </div>
  );
}
