/** Owns the part of a draft that says what it is: name, basis, grades, and the clauses of its source. */
import { Link } from 'react-router';
import { useLanguage } from '../../language';
import { documentsOf, manifestOf } from '../draft/documents';
import { useDraft } from '../draft/draft-context';
import { DayField, LocalizedField, TextField } from '../draft/fields';
import { GradeTable } from './GradeTable';
import { OutlineTable } from './OutlineTable';
import './words';
import './basics.css';

export function Room() {
  const { t } = useLanguage();
  const { draft, documents } = useDraft();
  const { document } = manifestOf(draft.edition, documents);
  const outlines = documentsOf(documents, 'outline');
  const calendars = documentsOf(documents, 'calendar');
  const at = (pointer: string, label: string) => ({ document, pointer, label: t(`basics.${label}`) });
  return (
    <div className="basics">
      <section className="card" aria-labelledby="manifest">
        <h2 id="manifest">{t('basics.manifest')}</h2>
        <div className="draft-fields">
          <LocalizedField {...at('/title', 'title')} wide />
          <LocalizedField {...at('/authority', 'authority')} />
          <DayField {...at('/effectiveFrom', 'effectiveFrom')} />
          <LocalizedField {...at('/source/title', 'sourceTitle')} wide />
          <TextField {...at('/source/number', 'sourceNumber')} />
          <DayField {...at('/source/date', 'sourceDate')} />
          <LocalizedField {...at('/note', 'note')} optional wide />
        </div>
        {calendars.length > 0 && (
          <p>
            <Link to={`/studio/drafts/${draft.id}/calendar`}>{t('basics.openCalendar')}</Link>
          </p>
        )}
      </section>
      {draft.kind === 'standard' && <GradeTable />}
      {outlines.map(({ document: path }) => (
        <OutlineTable key={path} document={path} />
      ))}
    </div>
  );
}
