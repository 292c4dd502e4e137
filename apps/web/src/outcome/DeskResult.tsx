/** Owns what happens to a matter, told in full: disposition, deadline, department, papers, reasons, what to say. */
import type { DeskOutcome, EditionDetail } from '@yimen/contracts';
import { useLanguage } from '../language';
import { longDate } from '../layout/dates';
import { departmentTitle, dispositionTitle, papersOf } from '../layout/titles';
import { ReasonList } from './ReasonList';
import { lookOf } from './tags';
import './outcome.css';

export interface DeskResultProps {
  readonly outcome: DeskOutcome;
  readonly edition: EditionDetail;
  readonly dueOn?: string | null;
}

export function DeskResult({ outcome, edition, dueOn }: DeskResultProps) {
  const { t, say, language } = useLanguage();
  const title = dispositionTitle(edition, outcome.disposition);
  const department = departmentTitle(edition, outcome.department);
  const notice = edition.desk?.dispositions.find((each) => each.id === outcome.disposition)?.notice;
  const papers = papersOf(edition, outcome.missing);
  const { tone, icon } = lookOf(outcome.disposition);
  return (
    <article className="desk-result">
      <header className={`verdict verdict-${tone}`}>
        <span className="verdict-icon" aria-hidden="true">
          {icon}
        </span>
        <div>
          <h2>{title ? say(title) : t('outcome.open')}</h2>
          {outcome.disposition && (
            <p>
              {t(`outcome.tell.${outcome.disposition}`, {
                department: department ? say(department) : t('outcome.otherDepartment'),
              })}
            </p>
          )}
        </div>
      </header>
      <dl className="facts">
        <div>
          <dt>{t('outcome.due')}</dt>
          <dd>
            <Due
              days={outcome.dueInWorkingDays}
              on={dueOn ? longDate(dueOn, language) : null}
              stored={dueOn !== undefined}
            />
          </dd>
        </div>
        <div>
          <dt>{t('outcome.department')}</dt>
          <dd>{department ? say(department) : t('outcome.noDepartment')}</dd>
        </div>
        {notice && (
          <div>
            <dt>{t('outcome.notice')}</dt>
            <dd>{say(notice)}</dd>
          </div>
        )}
      </dl>
      {papers.length > 0 && (
        <section>
          <h3>{t('outcome.missing', { count: papers.length })}</h3>
          <ol className="papers">
            {papers.map((paper) => (
              <li key={paper.id}>{say(paper.title)}</li>
            ))}
          </ol>
        </section>
      )}
      <section>
        <h3>{t('outcome.reasons')}</h3>
        <ReasonList reasons={outcome.reasons} />
      </section>
    </article>
  );
}

interface DueProps {
  readonly days: number | null;
  readonly on: string | null;
  /** A stored matter has its date, unless the holidays of that year are not known yet. */
  readonly stored: boolean;
}

function Due({ days, on, stored }: DueProps) {
  const { t } = useLanguage();
  if (days === null) return t('outcome.noDue');
  if (days === 0) return t('outcome.today');
  return (
    <>
      {on && <strong>{on}</strong>} {t('outcome.workingDays', { count: days })}
      {stored && !on && <small className="due-later">{t('outcome.dueLater')}</small>}
    </>
  );
}
