/** Owns what became of a matter, then and by the draft, each with its rules. */
import type { DeskOutcome } from '@yimen/contracts';
import type { Traced } from '@yimen/engine';
import { DeskResult } from '../../outcome/DeskResult';
import { TraceView } from '../proof/TraceView';
import { type Side, type Sides, useSideNames } from './sides';

export interface DeskComparisonProps {
  readonly before: Traced<DeskOutcome>;
  readonly after: Traced<DeskOutcome>;
  readonly sides: Sides;
}

export function DeskComparison({ before, after, sides }: DeskComparisonProps) {
  const names = useSideNames(sides);
  return (
    <div className="comparison-traces">
      <OneSide side={sides.before} outcome={before} name={names.before} />
      <OneSide side={sides.after} outcome={after} name={names.after} />
    </div>
  );
}

interface OneSideProps {
  readonly side: Side;
  readonly outcome: Traced<DeskOutcome>;
  readonly name: string;
}

function OneSide({ side, outcome, name }: OneSideProps) {
  return (
    <div className="comparison-desk">
      <p>
        <b>{name}</b>
      </p>
      <DeskResult outcome={outcome} edition={side.detail} />
      {side.words && <TraceView {...side.words} outcome={outcome} />}
    </div>
  );
}
