/** Owns the list of places that use a question, each a link. */
import { Link } from 'react-router';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { addressOf } from '../draft/place';
import type { Use } from '../draft/question-uses';

export function UseList({ uses }: { readonly uses: readonly Use[] }) {
  const { t, say } = useLanguage();
  const { draft, documents } = useDraft();
  if (uses.length === 0) return null;
  return (
    <ul className="uses">
      {uses.map((use) => (
        <li key={`${use.document}#${use.pointer}`}>
          <span className="quiet">{t(`studioForms.use.${use.kind}`)}</span>{' '}
          <Link to={addressOf(draft.id, use, documents)}>{say(use.title)}</Link>
        </li>
      ))}
    </ul>
  );
}
