/** Owns where a draft is opened: at what is left to confirm, or at its rules. */
import { Navigate } from 'react-router';
import { useDraft } from './draft-context';

export function FirstRoom() {
  const { draft } = useDraft();
  if (draft.state !== 'draft') return <Navigate replace to="review" />;
  if (draft.origin.kind === 'roll-over') return <Navigate replace to="year" />;
  return <Navigate replace to={draft.kind === 'desk' ? 'desk' : 'table'} />;
}
