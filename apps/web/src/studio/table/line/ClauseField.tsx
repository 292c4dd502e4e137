/** Owns choosing a clause of the source, and adding one that the outline lacks without leaving. */
import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useLanguage } from '../../../language';
import { useDraft } from '../../draft/draft-context';
import { PlaceIssues } from '../../draft/PlaceIssues';
import { type Place, placeAttribute } from '../../draft/place';
import { useValue } from '../../draft/use-value';
import { ClausePicker } from '../../rules/ClausePicker';
import { addClause, clausesIn } from '../edits';

/** The clause at a place of the draft. */
export function ClauseField({ label, ...place }: Place & { readonly label: string }) {
  const id = useId();
  const { value, change } = useValue(place);
  return (
    <div className="draft-field" {...placeAttribute(place)}>
      <span id={id} className="draft-field-label">
        {label}
      </span>
      <ClauseSelect labelledBy={id} value={typeof value === 'string' ? value : ''} onChange={change} />
      <PlaceIssues {...place} />
    </div>
  );
}

export interface ClauseSelectProps {
  /** The id of what names it. */
  readonly labelledBy: string;
  readonly value: string;
  readonly onChange: (clause: string) => void;
}

export function ClauseSelect({ labelledBy, value, onChange }: ClauseSelectProps) {
  const { t } = useLanguage();
  const { documents, editable } = useDraft();
  const [adding, setAdding] = useState(false);
  const clauses = useMemo(() => clausesIn(documents), [documents]);
  if (!editable) return <span lang="zh-CN">{value}</span>;
  const take = (clause: string) => {
    setAdding(false);
    onChange(clause);
  };
  return (
    <div className="clause-select">
      <ClausePicker {...{ labelledBy, value, clauses, onChange }} />
      {adding ? (
        <NewClause near={value} onClose={() => setAdding(false)} onAdded={take} />
      ) : (
        <Button type="link" size="small" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setAdding(true)}>
          {t('table.clause.add')}
        </Button>
      )}
    </div>
  );
}

interface NewClauseProps {
  readonly near: string;
  readonly onClose: () => void;
  readonly onAdded: (clause: string) => void;
}

/** The name of a clause begins like the one it is near to. */
function NewClause({ near, onClose, onAdded }: NewClauseProps) {
  const { t } = useLanguage();
  const { documents, edit } = useDraft();
  const id = useId();
  const [name, setName] = useState(near === '' ? '' : `${near}·`);
  const [summary, setSummary] = useState('');
  const known = clausesIn(documents).some((clause) => clause.id === name.trim());
  const full = name.trim() !== '' && summary.trim() !== '' && !known;
  const take = () => {
    edit((all) => addClause(all, name.trim(), summary.trim()));
    onAdded(name.trim());
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: it may stand in a form, and forms do not nest
    <div className="inline-form" role="group" aria-label={t('table.clause.add')}>
      <label htmlFor={`${id}-name`}>{t('table.clause.name')}</label>
      <Input
        id={`${id}-name`}
        autoFocus
        value={name}
        maxLength={200}
        onChange={({ target }) => setName(target.value)}
      />
      {known && <p className="place-issue-error">{t('table.clause.known')}</p>}
      <label htmlFor={`${id}-summary`}>{t('table.clause.summary')}</label>
      <Input id={`${id}-summary`} value={summary} maxLength={500} onChange={({ target }) => setSummary(target.value)} />
      <div className="actions">
        <Button size="small" type="primary" disabled={!full} onClick={take}>
          {t('table.clause.take')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('table.cancel')}
        </Button>
      </div>
    </div>
  );
}
