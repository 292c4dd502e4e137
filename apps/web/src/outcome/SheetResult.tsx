/** Owns a scored sheet as a whole: total, grade, the table. */
import type { EditionDetail, StandardOutcome } from '@yimen/contracts';
import { useLanguage } from '../language';
import { SheetSummary } from './SheetSummary';
import { SheetTable } from './SheetTable';

export function SheetResult({
  outcome,
  edition,
}: {
  readonly outcome: StandardOutcome;
  readonly edition: EditionDetail;
}) {
  const { say } = useLanguage();
  return (
    <article aria-label={say(edition.title)}>
      <SheetSummary edition={edition} outcome={outcome} />
      <SheetTable edition={edition} lines={outcome.lines} />
    </article>
  );
}
