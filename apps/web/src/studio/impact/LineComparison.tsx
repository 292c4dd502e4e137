/** Owns the lines of a sheet before and after: points, reasons, and on demand the rules behind them. */
import type { StandardOutcome } from '@yimen/contracts';
import type { Traced } from '@yimen/engine';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useLanguage } from '../../language';
import { gradeTitle } from '../../layout/titles';
import { ReasonList } from '../../outcome/ReasonList';
import { TraceView } from '../proof/TraceView';
import { type LinePair, linePairs } from './line-pairs';
import { type Side, type Sides, useSideNames } from './sides';

export interface LineComparisonProps {
  readonly before: Traced<StandardOutcome>;
  readonly after: Traced<StandardOutcome>;
  readonly sides: Sides;
}

export function LineComparison({ before, after, sides }: LineComparisonProps) {
  const { t } = useLanguage();
  const [all, setAll] = useState(false);
  const pairs = useMemo(
    () => linePairs([sides.before.detail, before], [sides.after.detail, after]),
    [sides, before, after],
  );
  const names = useSideNames(sides);
  const shown = all ? pairs : pairs.filter(({ differs }) => differs);
  return (
    <div className="comparison">
      <div className="comparison-row comparison-head">
        <span />
        <b>{names.before}</b>
        <b>{names.after}</b>
      </div>
      <div className="comparison-row comparison-total">
        <b>{t('impact.total')}</b>
        <Total outcome={before} side={sides.before} />
        <Total outcome={after} side={sides.after} />
      </div>
      {shown.length === 0 && <p className="quiet">{t('impact.compare.same')}</p>}
      {shown.map((pair) => (
        <PairRow key={pair.id} pair={pair} before={before} after={after} sides={sides} />
      ))}
      <Button onClick={() => setAll(!all)}>{t(all ? 'impact.compare.onlyDiffering' : 'impact.compare.all')}</Button>
    </div>
  );
}

function Total({ outcome, side }: { readonly outcome: StandardOutcome; readonly side: Side }) {
  const { t, say } = useLanguage();
  const grade = gradeTitle(side.detail, outcome.grade);
  return (
    <span>
      {outcome.total === null ? t('impact.open') : t('sheet.points', { points: outcome.total })} {grade && say(grade)}
    </span>
  );
}

function PairRow({ pair, before, after, sides }: LineComparisonProps & { readonly pair: LinePair }) {
  const { t, say } = useLanguage();
  const names = useSideNames(sides);
  const [open, setOpen] = useState(false);
  return (
    <div className={`comparison-line ${pair.differs ? 'comparison-differs' : ''}`}>
      <div className="comparison-row">
        <span>
          <b>{say(pair.title)}</b>
          <br />
          <button type="button" className="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('impact.compare.rules')}
          </button>
        </span>
        <LineSide line={pair.before} label={names.before} />
        <LineSide line={pair.after} label={names.after} />
      </div>
      {open && (
        <div className="comparison-traces">
          <SideTrace side={sides.before} name={names.before} outcome={before} line={pair.id} />
          <SideTrace side={sides.after} name={names.after} outcome={after} line={pair.id} />
        </div>
      )}
    </div>
  );
}

interface LineSideProps {
  readonly line: LinePair['before'];
  /** Which side it is, for narrow screens. */
  readonly label: string;
}

function LineSide({ line, label }: LineSideProps) {
  const { t } = useLanguage();
  return (
    <div className="comparison-side">
      <span className="comparison-label">{label}</span>
      {!line && <span className="quiet">{t('impact.compare.noLine')}</span>}
      {line?.status === 'not-applicable' && t('sheet.notApplicable')}
      {line?.status === 'incomplete' && t('impact.open')}
      {line?.status === 'scored' && (
        <>
          <b>{line.score}</b> <span className="quiet">{t('sheet.of', { points: line.points })}</span>
          <ReasonList reasons={line.reasons} />
        </>
      )}
    </div>
  );
}

interface SideTraceProps {
  readonly side: Side;
  readonly name: string;
  readonly outcome: Traced;
  readonly line: string;
}

function SideTrace({ side, name, outcome, line }: SideTraceProps) {
  const { t } = useLanguage();
  return (
    <div>
      <p className="quiet">{name}</p>
      {side.words ? (
        <TraceView {...side.words} outcome={outcome} line={line} />
      ) : (
        <p className="quiet">{t('impact.compare.noWords')}</p>
      )}
    </div>
  );
}
