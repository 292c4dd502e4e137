/** Owns the sentence that sums an impact up, and what an open result means. */
import type { ImpactResult } from '@yimen/contracts';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { movedUnits, movesOf } from './run-state';

export function ImpactSentence({ result }: { readonly result: ImpactResult }) {
  const { t } = useLanguage();
  const { draft } = useDraft();
  const { units, changed, skipped } = result;
  const { better, worse, open } = movesOf(result);
  const moved = movedUnits(result);
  const kind = draft.kind;
  return (
    <div className="impact-sentence">
      <p>
        {t(`impact.sentence.${changed === 0 ? 'none' : kind}`, { units, changed, moved })}
        {kind === 'standard' && better + worse > 0 && t('impact.sentence.moves', { better, worse })}
        {open > 0 && t('impact.sentence.open', { open })}
      </p>
      {open > 0 && <p className="quiet">{t(`impact.openMeans.${kind}`)}</p>}
      {skipped > 0 && <p className="note note-warn">{t('impact.skipped', { count: skipped })}</p>}
    </div>
  );
}

/** The words of a result; one that is open is said so. */
export function useResultWords(result: ImpactResult): (id: string | null) => string {
  const { t, say } = useLanguage();
  return (id) => {
    if (id === null) return t('impact.open');
    const known = result.results.find((each) => each.id === id);
    return known ? say(known.title) : t('impact.gone');
  };
}
