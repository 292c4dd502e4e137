/** Owns the versions of an edition as a table, and what can be done with each. */
import type { EditionHistory, PublishedVersion } from '@yimen/contracts';
import { Button, Checkbox } from 'antd';
import { Trans } from 'react-i18next';
import { useMay } from '../../identity/session';
import { useLanguage } from '../../language';
import { longDate, shortTime } from '../../layout/dates';
import { StateTag } from '../draft/StateTag';
import { Exports } from './Exports';
import { PersonName } from './PersonName';
import { useBegin } from './use-begin';
import { Withdraw } from './Withdraw';

export interface VersionTableProps {
  readonly edition: EditionHistory;
  /** The versions chosen for comparing, at most two. */
  readonly chosen: readonly number[];
  readonly onChoose: (version: number, chosen: boolean) => void;
}

export function VersionTable({ edition, chosen, onChoose }: VersionTableProps) {
  const several = edition.versions.length > 1;
  return (
    <ul className="versions">
      {edition.versions.map((version, index) => (
        <li key={version.version}>
          {several && (
            <Choice
              version={version.version}
              chosen={chosen.includes(version.version)}
              onChoose={(yes) => onChoose(version.version, yes)}
            />
          )}
          <VersionFacts version={version} />
          <Acts edition={edition} version={version} newest={index === 0} />
        </li>
      ))}
    </ul>
  );
}

interface ChoiceProps {
  readonly version: number;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

function Choice({ version, chosen, onChoose }: ChoiceProps) {
  const { t } = useLanguage();
  const name = `${t('editions.page.choose')}：${t('editions.version', { version })}`;
  return <Checkbox checked={chosen} aria-label={name} onChange={({ target }) => onChoose(target.checked)} />;
}

function VersionFacts({ version }: { readonly version: PublishedVersion }) {
  const { t, language } = useLanguage();
  const { state, effectiveFrom, publishedAt, approvedBy } = version;
  return (
    <div className="version-facts">
      <b>{t('editions.version', { version: version.version })}</b> <StateTag state={state} />
      <p className="quiet">
        {t('editions.effective', { date: longDate(effectiveFrom, language) })} ·{' '}
        {t('editions.published', { date: shortTime(publishedAt, language) })} ·{' '}
        {approvedBy ? (
          <Trans i18nKey="editions.approvedBy" components={{ name: <PersonName name={approvedBy.title} /> }} />
        ) : (
          t('editions.fromFolder')
        )}
      </p>
    </div>
  );
}

interface ActsProps {
  readonly edition: EditionHistory;
  readonly version: PublishedVersion;
  readonly newest: boolean;
}

function Acts({ edition, version, newest }: ActsProps) {
  const { t } = useLanguage();
  const may = useMay();
  const begin = useBegin();
  const free = edition.editable && edition.drafts.length === 0;
  const standing = version.state === 'in-effect' || version.state === 'upcoming';
  return (
    <div className="actions">
      {free && (!newest || version.state === 'withdrawn') && (
        <Button
          title={t('editions.page.rollBackHelp')}
          loading={begin.isPending}
          onClick={() => begin.mutate({ kind: 'roll-back', edition: edition.id, hash: version.hash })}
        >
          {t('editions.page.rollBack')}
        </Button>
      )}
      <Exports edition={edition} version={version} />
      {may('review-editions') && standing && <Withdraw edition={edition} version={version} />}
    </div>
  );
}
