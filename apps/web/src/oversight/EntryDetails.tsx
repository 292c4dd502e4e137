/** Owns what an entry tells beyond its sentence: why, which questions, which roles, how many. */
import { useQuery } from '@tanstack/react-query';
import type { Assignment, AuditEntry } from '@yimen/contracts';
import { AreaLabel } from '../areas/AreaLabel';
import { useLanguage } from '../language';
import { editionQuery } from '../server/queries';

/** What entries of some kinds hold; an entry of another time may hold less. */
interface Details {
  readonly reason?: string;
  readonly changed?: readonly string[];
  readonly edition?: string;
  readonly hash?: string;
  readonly assignments?: readonly Assignment[];
  readonly found?: number;
  readonly records?: number;
  readonly times?: number;
  readonly note?: string;
}

export function EntryDetails({ entry: { details } }: { readonly entry: AuditEntry }) {
  const { t } = useLanguage();
  const { reason, changed, edition, hash, assignments, found, records, times, note } = details as Details;
  return (
    <>
      {changed && <Changed changed={changed} edition={edition} hash={hash} />}
      {reason !== undefined && (
        <p className="quiet">
          {t('audit.reason')}
          <span lang="">{reason}</span>
        </p>
      )}
      {note !== undefined && (
        <p className="quiet">
          {t('audit.reason')}
          <span lang="">{note}</span>
        </p>
      )}
      {assignments?.map(({ role, area }) => (
        <p className="quiet" key={`${role} ${area}`}>
          {t(`identity.role.${role}`)} · <AreaLabel id={area} />
        </p>
      ))}
      {found !== undefined && <p className="quiet">{t('audit.found', { count: found })}</p>}
      {times !== undefined && <p className="quiet">{t('audit.times', { count: times })}</p>}
      {records !== undefined && <p className="quiet">{t('audit.resealed', { count: records })}</p>}
    </>
  );
}

interface ChangedProps {
  readonly changed: readonly string[];
  readonly edition: string | undefined;
  readonly hash: string | undefined;
}

/** The questions whose answers were changed, by their titles; their number where those are not known. */
function Changed({ changed, edition = '', hash }: ChangedProps) {
  const { t, say } = useLanguage();
  const { data } = useQuery({ ...editionQuery(edition, hash), enabled: edition !== '' });
  const titles = changed
    .flatMap((id) => data?.questions.find((each) => each.id === id) ?? [])
    .map(({ title }) => title);
  const known = titles.length === changed.length && titles.length > 0;
  return (
    <p className="quiet">
      {known
        ? t('audit.changed', { questions: titles.map(say).join(t('form.comma')) })
        : t('audit.changedCount', { count: changed.length })}
    </p>
  );
}
