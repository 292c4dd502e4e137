/** Owns one unit in full: what it came to then, what the draft makes of it, and why, side by side. */
import { useQuery } from '@tanstack/react-query';
import type { DeskOutcome, ImpactTraces, StandardOutcome } from '@yimen/contracts';
import type { Traced } from '@yimen/engine';
import { useLanguage } from '../../language';
import { Failure, Loading } from '../../layout/states';
import { useDraft } from '../draft/draft-context';
import { tracesQuery } from '../proof/impact-units';
import { DeskComparison } from './DeskComparison';
import { LineComparison } from './LineComparison';
import { useSides } from './sides';

export function TraceComparison({ submission }: { readonly submission: string }) {
  const { language } = useLanguage();
  const { draft, version } = useDraft();
  const traces = useQuery(tracesQuery(draft.id, version, submission, language));
  if (traces.isPending) return <Loading />;
  if (traces.isError) return <Failure error={traces.error} retry={traces.refetch} within />;
  return <Compared traces={traces.data} />;
}

function Compared({ traces }: { readonly traces: ImpactTraces }) {
  const { t } = useLanguage();
  const sides = useSides(traces);
  const [before, after] = [traces.before.outcome, traces.after.outcome] as Traced[];
  if (!sides) return <Loading />;
  if (!before || !after) return <p className="note note-bad">{t('impact.compare.unreadable')}</p>;
  if ('lines' in before && 'lines' in after)
    return (
      <LineComparison
        before={before as Traced<StandardOutcome>}
        after={after as Traced<StandardOutcome>}
        sides={sides}
      />
    );
  return <DeskComparison before={before as Traced<DeskOutcome>} after={after as Traced<DeskOutcome>} sides={sides} />;
}
