/** Owns the room of cases: the table, one of them opened, a new one from a trial or from a stored record. */
import { isObject, valueAt } from '@yimen/config';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useMay } from '../../identity/session';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { CaseEditor } from './CaseEditor';
import { CaseTable } from './CaseTable';
import { casesIn } from './cases';
import { NewCase } from './NewCase';
import { RecordPicker } from './RecordPicker';
import './words';
import './proof.css';

/** What is open: a case by its place, a trial for a new one, the choice among stored records. */
type Opened =
  | { readonly kind: 'case'; readonly document: string; readonly pointer: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'record' };

export function Room() {
  const { t } = useLanguage();
  const { documents, editable } = useDraft();
  const mayLook = useMay()('read-impact');
  const [opened, setOpened] = useState<Opened>();
  const cases = useMemo(() => casesIn(documents), [documents]);
  const close = () => setOpened(undefined);
  if (opened?.kind === 'new') return <NewCase onClose={close} />;
  if (opened?.kind === 'record') return <RecordPicker onClose={close} />;
  if (opened?.kind === 'case' && isObject(valueAt(documents[opened.document], opened.pointer))) {
    const each = cases.find(({ document, pointer }) => document === opened.document && pointer === opened.pointer);
    if (each) return <CaseEditor key={`${each.document}#${each.pointer}`} written={each} onClose={close} />;
  }
  return (
    <section className="card proof-cases" aria-labelledby="cases">
      <div className="block-head">
        <h2 id="cases">{t('proof.cases.title')}</h2>
        {editable && (
          <div className="actions">
            <Button type="primary" onClick={() => setOpened({ kind: 'new' })}>
              {t('proof.cases.add')}
            </Button>
            {mayLook && <Button onClick={() => setOpened({ kind: 'record' })}>{t('proof.cases.fromRecord')}</Button>}
          </div>
        )}
      </div>
      <p className="quiet">{t('proof.cases.lead')}</p>
      <CaseTable cases={cases} onOpen={({ document, pointer }) => setOpened({ kind: 'case', document, pointer })} />
    </section>
  );
}
