/** Owns the outcome beside an application while it is filled. */
import type { EditionDetail } from '@yimen/contracts';
import type { DeskOutcome } from '@yimen/engine';
import { openQuestions } from '../form/answers';
import { useLanguage } from '../language';
import { departmentTitle, dispositionTitle, papersOf } from '../layout/titles';
import { ReasonList } from '../outcome/ReasonList';
import { DispositionTag } from '../outcome/tags';

export function LiveOutcome({ outcome, edition }: { readonly outcome: DeskOutcome; readonly edition: EditionDetail }) {
  const { t } = useLanguage();
  const open = openQuestions(outcome).length;
  return (
    <aside className="live" aria-label={t('window.live')}>
      <h2>{t('window.live')}</h2>
      <div aria-live="polite">
        {outcome.status === 'complete' ? (
          <Decided outcome={outcome} edition={edition} />
        ) : (
          <p className="live-open">{t('window.open', { count: open })}</p>
        )}
      </div>
    </aside>
  );
}

function Decided({ outcome, edition }: { readonly outcome: DeskOutcome; readonly edition: EditionDetail }) {
  const { t, say } = useLanguage();
  const title = dispositionTitle(edition, outcome.disposition);
  const department = departmentTitle(edition, outcome.department);
  const papers = papersOf(edition, outcome.missing);
  return (
    <>
      <p className="live-verdict">
        <DispositionTag id={outcome.disposition} title={title ? say(title) : t('outcome.open')} />
      </p>
      <p className="live-facts">
        {department && <span>{say(department)}</span>}
        {outcome.dueInWorkingDays !== null && (
          <span>
            {outcome.dueInWorkingDays === 0
              ? t('outcome.today')
              : t('outcome.workingDays', { count: outcome.dueInWorkingDays })}
          </span>
        )}
      </p>
      {papers.length > 0 && (
        <p className="live-papers">
          {t('outcome.missing', { count: papers.length })}
          {t('form.colon')}
          {papers.map((paper) => say(paper.title)).join(t('form.comma'))}
        </p>
      )}
      <ReasonList reasons={outcome.reasons} />
    </>
  );
}
