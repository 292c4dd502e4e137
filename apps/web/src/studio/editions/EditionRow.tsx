/** Owns one year of a standard or desk in the list: how it stands, and what can be done with it. */
import type { DraftSummary, EditionHistory, NewerVersion } from '@yimen/contracts';
import { Button } from 'antd';
import { Fragment } from 'react';
import { Trans } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useMay } from '../../identity/session';
import { useLanguage } from '../../language';
import { longDate, shortTime } from '../../layout/dates';
import { StateTag } from '../draft/StateTag';
import { PersonName } from './PersonName';
import { RollOver } from './RollOver';
import { useBegin } from './use-begin';

export interface EditionRowProps {
  readonly edition: EditionHistory;
  /** Whether it is the last year: only that is rolled over. */
  readonly newest: boolean;
}

export function EditionRow({ edition, newest }: EditionRowProps) {
  const { t, language } = useLanguage();
  const begin = useBegin();
  const [current] = edition.versions.filter(({ state }) => state !== 'withdrawn');
  const counting = edition.versions.filter(({ state }) => state === 'in-effect' || state === 'upcoming');
  const free = edition.editable && edition.drafts.length === 0 && edition.versions.length > 0;
  return (
    <li>
      <div className="editions-year">
        <Link className="editions-number" to={`/studio/editions/${edition.id}`}>
          {t('editions.year', { year: edition.year })}
        </Link>
        {current ? (
          (counting.length > 0 ? counting : [current]).map(({ version, state, effectiveFrom }) => (
            <Fragment key={version}>
              <StateTag state={state} />
              <span className="quiet">
                {t('editions.version', { version })} ·{' '}
                {t('editions.effective', { date: longDate(effectiveFrom, language) })}
              </span>
            </Fragment>
          ))
        ) : (
          <span className="quiet">{t(edition.versions.length > 0 ? 'editions.allWithdrawn' : 'editions.none')}</span>
        )}
      </div>
      {edition.drafts.map((draft) => (
        <DraftLine key={draft.id} draft={draft} />
      ))}
      <div className="actions">
        {free && (
          <Button loading={begin.isPending} onClick={() => begin.mutate({ kind: 'revision', edition: edition.id })}>
            {t('editions.revise')}
          </Button>
        )}
        {free && newest && current && <RollOver edition={edition} />}
        <Link to={`/studio/editions/${edition.id}`}>{t('editions.history')}</Link>
      </div>
      {begin.isError && <p className="note note-bad">{t('editions.underWay')}</p>}
    </li>
  );
}

/** A draft under way, with the way to it that is the reader's. */
export function DraftLine({ draft }: { readonly draft: DraftSummary }) {
  const { t, language } = useLanguage();
  const may = useMay();
  const navigate = useNavigate();
  const review = draft.state === 'in-review' && may('review-editions');
  const open = draft.state === 'draft' && may('edit-editions');
  const act = review ? 'review' : open ? 'open' : 'look';
  return (
    <div className="editions-draft">
      <StateTag state={draft.state} />
      <span className="quiet">
        <Trans
          i18nKey="editions.draftBy"
          values={{ time: shortTime(draft.updatedAt, language) }}
          components={{ name: <PersonName name={draft.updatedBy.title} /> }}
        />
      </span>
      {draft.newer && <Overtaken draft={draft} newer={draft.newer} />}
      <Button type={act === 'look' ? 'default' : 'primary'} onClick={() => void navigate(`/studio/drafts/${draft.id}`)}>
        {t(`editions.${act}`)}
      </Button>
    </div>
  );
}

/** Of the year before its year is said. */
function Overtaken({ draft, newer }: { readonly draft: DraftSummary; readonly newer: NewerVersion }) {
  const { t } = useLanguage();
  const { edition, version } = newer;
  const year = edition.split('/').at(-1);
  const word = edition === draft.edition ? 'overtaken' : 'overtakenBefore';
  return <span className="quiet">{t(`editions.${word}`, { version, year })}</span>;
}
