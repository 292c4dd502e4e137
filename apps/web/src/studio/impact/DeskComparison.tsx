/** Owns what became of a matter, then and by the draft, each with its rules. */
import type { DeskOutcome } from '@yimen/contracts';
import type { Traced } from '@yimen/engine';
import { useLanguage } from '../../language';
import { DeskResult } from '../../outcome/DeskResult';
import { TraceView } from '../proof/TraceView';
import type { Side, Sides } from './sides';

export interface DeskComparisonProps {
  readonly before: Traced<DeskOutcome>;
  readonly after: Traced<DeskOutcome>;
  readonly sides: Sides;
}

export function DeskComparison({ before, after, sides }: DeskComparisonProps) {
  return (
    <div className="comparison-traces">
      <OneSide side={sides.before} outcome={before} name="before" />
      <OneSide side={sides.after} outcome={after} name="after" />
    </div>
  );
}

interface OneSideProps {
  readonly side: Side;
  readonly outcome: Traced<DeskOutcome>;
  readonly name: 'before' | 'after';
}

function OneSide({ side, outcome, name }: OneSideProps) {
  const { t, say } = useLanguage();
  return (
    <div className="comparison-desk">
      <p>
        <b>{t(`impact.${name}`)}</b> <span className="quiet">{say(side.detail.title)}</span>
      </p>
      <DeskResult outcome={outcome} edition={side.detail} />
      {side.words && <TraceView {...side.words} outcome={outcome} />}
    </div>
  );
}
