/** Owns the room of review: how the draft stands, what differs, what colleagues say, and what is decided. */
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { CommentList } from './CommentList';
import { Decisions } from './Decisions';
import { Differences } from './Differences';
import { GateCard } from './GateCard';
import { ImpactNote } from './ImpactNote';
import { Published } from './Published';
import { Readiness } from './Readiness';
import './words';
import './review.css';

export function Room() {
  const { t } = useLanguage();
  const { draft } = useDraft();
  const open = draft.state === 'draft' || draft.state === 'in-review';
  return (
    <div className="review">
      <section className="card" aria-labelledby="review">
        <h2 id="review">{t(`review.state.${draft.state}`)}</h2>
        {draft.state === 'published' && <Published />}
        {draft.state === 'discarded' && <p className="quiet">{t('review.discarded')}</p>}
        {draft.state === 'draft' && <Readiness />}
        {draft.state === 'in-review' && <GateCard />}
        {open && <ImpactNote />}
        {open && <Decisions />}
      </section>
      <Differences />
      <CommentList />
    </div>
  );
}
