/** Owns the list of places that use a question, each a link. */
import { Link } from 'react-router';
import { useLanguage } from '../../language';
import { useDraft } from './draft-context';
import { addressOf } from './place';
import type { Use } from './question-uses';
import './uses.css';

export interface UseListProps {
  readonly uses: readonly Use[];
  /** The room whose words say what kind each is. */
  readonly words: string;
}

export function UseList({ uses, words }: UseListProps) {
  const { t, say } = useLanguage();
  const { draft, documents } = useDraft();
  if (uses.length === 0) return null;
  return (
    <ul className="uses">
      {uses.map((use) => (
        <li key={`${use.document}#${use.pointer}`}>
          <span className="quiet">{t(`${words}.use.${use.kind}`)}</span>{' '}
          <Link to={addressOf(draft.id, use, documents)}>{say(use.title)}</Link>
        </li>
      ))}
    </ul>
  );
}
