/** Owns asking a new question without leaving the line that needs it. */
import { Button, Checkbox, Input, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useLanguage } from '../../../language';
import { Dialog } from '../../../layout/Dialog';
import { documentsOf, listed } from '../../draft/documents';
import { useDraft } from '../../draft/draft-context';
import { titleOf } from '../titles';
import { askedBy } from './asked';
import type { QuestionChoice } from './question-choice';

export interface NewQuestionProps {
  readonly kinds: readonly QuestionChoice[];
  readonly onClose: () => void;
  readonly onAdded: (id: string, title: string, kind: QuestionChoice) => void;
}

export function NewQuestion({ kinds, onClose, onAdded }: NewQuestionProps) {
  const { t, say } = useLanguage();
  const { documents, edit, base } = useDraft();
  const forms = documentsOf(documents, 'form');
  const [kind, setKind] = useState<QuestionChoice>(kinds[0] ?? 'boolean');
  const [title, setTitle] = useState('');
  const [english, setEnglish] = useState('');
  const [unit, setUnit] = useState('');
  const [decimals, setDecimals] = useState(false);
  const [list, setList] = useState<string>();
  const [place, setPlace] = useState(() => lastPlace(forms));
  const [problem, setProblem] = useState<string>();
  const lists = documentsOf(documents, 'lists').flatMap(({ value }) => listed(value.lists));
  const listing = kind === 'checklist' || kind === 'choice';
  const full = title.trim() !== '' && place !== undefined && (!listing || list !== undefined);
  const take = () => {
    if (!full || !place) return;
    const asked = { kind, title, english, unit, decimals, list: listing ? list : undefined, ...place };
    const added = askedBy(documents, base, asked);
    if (!added.ok) return setProblem(say(added.reason));
    edit(() => added.documents);
    onAdded(added.id, title.trim(), kind);
  };
  return (
    <Dialog open title={t('table.question.add')} onCancel={onClose}>
      <div className="table-form">
        {kinds.length > 1 && (
          <Row label={t('table.question.kind')}>
            {(id) => (
              <Select
                id={id}
                value={kind}
                options={kinds.map((each) => ({ value: each, label: t(`table.question.kinds.${each}`) }))}
                onChange={setKind}
              />
            )}
          </Row>
        )}
        <Row label={t('table.question.title')}>
          {(id) => (
            <Input id={id} autoFocus value={title} maxLength={200} onChange={({ target }) => setTitle(target.value)} />
          )}
        </Row>
        <Row label={t('table.question.english')}>
          {(id) => (
            <Input
              id={id}
              lang="en"
              value={english}
              maxLength={200}
              onChange={({ target }) => setEnglish(target.value)}
            />
          )}
        </Row>
        {kind === 'number' && (
          <>
            <Row label={t('table.question.unit')}>
              {(id) => <Input id={id} value={unit} maxLength={20} onChange={({ target }) => setUnit(target.value)} />}
            </Row>
            <Checkbox checked={decimals} onChange={({ target }) => setDecimals(target.checked)}>
              {t('table.question.decimals')}
            </Checkbox>
          </>
        )}
        {listing && (
          <Row label={t('table.question.list')}>
            {(id) => (
              <Select
                id={id}
                showSearch={{ optionFilterProp: 'label' }}
                value={list}
                placeholder={t('table.fact.choose')}
                options={lists.map((each) => ({ value: each.id, label: say(titleOf(each)) }))}
                onChange={setList}
              />
            )}
          </Row>
        )}
        <Row label={t('table.question.where')}>
          {(id) => (
            <Select
              id={id}
              value={place && JSON.stringify(place)}
              options={forms.map(({ document, value }) => ({
                label: say(titleOf(value)),
                options: listed(value.steps).map((step) => ({
                  value: JSON.stringify({ document, step: step.id }),
                  label: `${say(titleOf(value))} · ${say(titleOf(step))}`,
                })),
              }))}
              onChange={(next) => setPlace(JSON.parse(next))}
            />
          )}
        </Row>
        {problem && <p className="note note-bad">{problem}</p>}
        <div className="actions">
          <Button type="primary" disabled={!full} onClick={take}>
            {t('table.question.take')}
          </Button>
          <Button onClick={onClose}>{t('table.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

/** The last step of the last form: where most goes. */
function lastPlace(forms: ReturnType<typeof documentsOf<'form'>>): { document: string; step: string } | undefined {
  const last = forms.at(-1);
  const step = last && listed(last.value.steps).at(-1);
  return last && step && { document: last.document, step: step.id };
}

function Row({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="draft-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
