/** Owns telling what is still to be done before a draft can be sent to review. */
import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { useSteps } from '../steps/use-steps';
import { missingIn } from './standing';

/** What is missing of the draft on screen. */
export function useMissing() {
  const { issues, proof } = useDraft();
  return missingIn(useSteps()?.left ?? 0, issues, proof?.cases ?? []);
}

export function Readiness() {
  const { t } = useLanguage();
  const { draft, editable, proving, unproven, proof } = useDraft();
  const missing = useMissing();
  const link = (room: string) => `/studio/drafts/${draft.id}/${room}`;
  const rolling = draft.origin.kind === 'roll-over';
  return (
    <ul className="readiness">
      {draft.newer?.needed && (
        <Point done={false}>
          {t(editable ? 'review.ready.takeIn' : 'review.ready.outdated', { version: draft.newer.version })}
        </Point>
      )}
      {rolling && (
        <Point done={missing.unconfirmed === 0} to={link('year')}>
          {missing.unconfirmed === 0
            ? t('review.ready.confirmed')
            : t('review.ready.unconfirmed', { count: missing.unconfirmed })}
        </Point>
      )}
      <Point done={missing.errors === 0 && !unproven} to={link('checks')}>
        {unproven
          ? t('review.ready.unproven')
          : missing.errors === 0
            ? t('review.ready.noErrors')
            : t('review.ready.errors', { count: missing.errors })}
      </Point>
      {!unproven && (
        <Point done={missing.failing === 0} to={link('cases')}>
          {missing.failing === 0
            ? t('review.ready.casesPass', { count: proof?.cases.length ?? 0 })
            : t('review.ready.casesFail', { count: missing.failing })}
        </Point>
      )}
      {proving && (
        <li className="quiet">
          <progress aria-label={t('review.ready.proving')} /> {t('review.ready.proving')}
        </li>
      )}
    </ul>
  );
}

interface PointProps {
  readonly done: boolean;
  readonly to?: string;
  readonly children: ReactNode;
}

function Point({ done, to, children }: PointProps) {
  const { t } = useLanguage();
  return (
    <li className={done ? 'ready-done' : 'ready-open'}>
      {done ? <CheckCircleFilled aria-hidden="true" /> : <ExclamationCircleFilled aria-hidden="true" />}
      <span>{children}</span>
      {!done && to && <Link to={to}>{t('review.ready.go')}</Link>}
    </li>
  );
}
