/** Owns how the states of drafts and versions look. */
import type { DraftState, PublishedVersion } from '@yimen/contracts';
import { useLanguage } from '../../language';
import './draft.css';

export function StateTag({ state }: { readonly state: DraftState | PublishedVersion['state'] }) {
  const { t } = useLanguage();
  return <span className={`state-tag state-tag-${state}`}>{t(`studio.state.${state}`)}</span>;
}
