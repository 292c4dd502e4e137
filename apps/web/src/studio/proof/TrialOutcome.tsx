/** Owns what came of a trial: the table or the disposition, and the way there. */
import { type EditionDetail, isDeskOutcome } from '@yimen/contracts';
import { openQuestions } from '../../form/answers';
import { useLanguage } from '../../language';
import { DeskResult } from '../../outcome/DeskResult';
import { SheetSummary } from '../../outcome/SheetSummary';
import { SheetTable } from '../../outcome/SheetTable';
import { useDraft } from '../draft/draft-context';
import { useDictionary } from '../draft/use-dictionary';
import { TraceView } from './TraceView';
import type { Tried } from './try-answers';

export interface TrialOutcomeProps {
  readonly edition: EditionDetail;
  readonly tried: Tried;
}

export function TrialOutcome({ edition, tried }: TrialOutcomeProps) {
  const { t, say } = useLanguage();
  const { edition: read } = useDraft();
  const dictionary = useDictionary();
  if (tried.state === 'invalid')
    return (
      <div className="note note-bad" role="status">
        <p>{t('proof.trial.invalid')}</p>
        <ul className="plain-list">
          {tried.issues.map((issue) => (
            <li key={`${issue.pointer} ${issue.message.zh}`}>
              {questionAt(edition, issue.pointer, say)}
              {say(issue.message)}
            </li>
          ))}
        </ul>
      </div>
    );
  const { outcome } = tried;
  const open = new Set(openQuestions(outcome));
  return (
    <>
      {isDeskOutcome(outcome) ? (
        <>
          <DeskResult outcome={outcome} edition={edition} />
          {open.size > 0 && <p className="quiet">{t('proof.trial.open', { count: open.size })}</p>}
        </>
      ) : (
        <>
          <SheetSummary edition={edition} outcome={outcome} />
          <div className="trial-table">
            <SheetTable
              edition={edition}
              lines={outcome.lines}
              lacking={(line) => line.facts.filter((fact) => open.has(fact)).length}
            />
          </div>
        </>
      )}
      {read && dictionary && <TraceView edition={read} dictionary={dictionary} outcome={outcome} />}
    </>
  );
}

/** The question that an issue of the answers is about. */
function questionAt(
  edition: EditionDetail,
  pointer: string,
  say: (text: { zh: string; en: string }) => string,
): string {
  const [, form, id] = pointer.split('/');
  const question = edition.questions.find((each) => each.form === form && each.id === id);
  return question ? `${say(question.title)}：` : '';
}
