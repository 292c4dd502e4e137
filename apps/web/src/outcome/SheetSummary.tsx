/** Owns the bar with a sheet's total: final with its grade, or so far with what is open. */
import type { EditionDetail, StandardOutcome } from '@yimen/contracts';
import type { ReactNode } from 'react';
import { useLanguage } from '../language';
import { gradeTitle } from '../layout/titles';
import { GradeTag } from './tags';
import './sheet.css';

export interface SheetSummaryProps {
  readonly edition: EditionDetail;
  readonly outcome: StandardOutcome;
  readonly children?: ReactNode;
}

/** Points of the lines scored so far, in hundredths to keep them exact. */
const soFar = (outcome: StandardOutcome): number =>
  Object.values(outcome.lines).reduce((sum, line) => sum + Math.round((line.score ?? 0) * 100), 0) / 100;

export function SheetSummary({ edition, outcome, children }: SheetSummaryProps) {
  const { t, say } = useLanguage();
  const all = Object.values(outcome.lines);
  const open = all.filter((line) => line.status === 'incomplete').length;
  const grade = gradeTitle(edition, outcome.grade);
  return (
    <div className="summary" aria-live="polite">
      <div className="summary-total">
        <b>{outcome.total ?? soFar(outcome)}</b>
        <span>
          {outcome.status === 'complete' ? t('sheet.total', { points: edition.standard?.points }) : t('sheet.soFar')}
        </span>
      </div>
      <div className="summary-state">
        {grade ? (
          <GradeTag edition={edition} id={outcome.grade} title={say(grade)} />
        ) : (
          <span className="score-open">{t('sheet.openLines', { count: open, total: all.length })}</span>
        )}
        <progress aria-label={t('sheet.progress')} max={all.length || 1} value={all.length - open} />
      </div>
      {children}
    </div>
  );
}
