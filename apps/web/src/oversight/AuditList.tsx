/** Owns the list of entries, day by day as days are in China. */
import type { AuditEntry } from '@yimen/contracts';
import { AreaLabel } from '../areas/AreaLabel';
import { useLanguage } from '../language';
import { inChina, longDate } from '../layout/dates';
import { fingerprint } from './audit';
import { EntryDetails } from './EntryDetails';
import { EntrySentence } from './EntrySentence';

export function AuditList({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { language } = useLanguage();
  return [...byDay(entries)].map(([day, items]) => (
    <section className="audit-day" key={day}>
      <h2>{longDate(day, language)}</h2>
      <ol>
        {items.map((entry) => (
          <Entry key={entry.sequence} entry={entry} />
        ))}
      </ol>
    </section>
  ));
}

function byDay(entries: readonly AuditEntry[]): ReadonlyMap<string, AuditEntry[]> {
  const days = new Map<string, AuditEntry[]>();
  for (const entry of entries) {
    const { day } = inChina(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return days;
}

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useLanguage();
  return (
    <li>
      <time className="figure" dateTime={entry.at}>
        {inChina(entry.at).time}
      </time>
      <div className="audit-what">
        <p>
          <EntrySentence entry={entry} />
        </p>
        <EntryDetails entry={entry} />
      </div>
      <small className="audit-where">
        {entry.area && <AreaLabel id={entry.area} />}
        <details>
          <summary className="figure">{t('audit.number', { number: entry.sequence })}</summary>
          {t('audit.print')} <span lang="">{fingerprint(entry.hash)}</span>
        </details>
      </small>
    </li>
  );
}
