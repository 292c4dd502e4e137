/** Owns telling what was published, by whom, and from which day it counts. */
import { Link } from 'react-router';
import { useLanguage } from '../../language';
import { longDate, shortTime } from '../../layout/dates';
import { manifestOf } from '../draft/documents';
import { useDraft } from '../draft/draft-context';

export function Published() {
  const { t, language, say } = useLanguage();
  const { draft, documents } = useDraft();
  const { published } = draft;
  const from = manifestOf(draft.edition, documents).value.effectiveFrom;
  if (!published) return null;
  return (
    <div className="note note-good published">
      <p>
        {t('review.published.what', { title: say(draft.title), version: published.version })}
        {from && t('review.published.from', { date: longDate(from, language) })}
      </p>
      <p>{t('review.published.by', { name: published.by.title, time: shortTime(published.at, language) })}</p>
      <p>
        <Link to={`/studio/editions/${draft.edition}`}>{t('review.published.history')}</Link>
      </p>
    </div>
  );
}
