/** Owns choosing the kind of a question, and asking first where cases lose their answers by it. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { useDraft } from '../draft/draft-context';
import { casesAnswering, changeKind } from '../draft/question-edits';
import { type QuestionKind, questionKinds } from '../draft/question-kinds';
import { useForm } from './forms-context';
import { Labelled, type QuestionProps } from './Labelled';

export function KindField({
  placed,
  kind,
  used,
}: QuestionProps & { readonly kind: QuestionKind | undefined; readonly used: boolean }) {
  const { t } = useLanguage();
  const { documents, editable } = useDraft();
  const { document, form, attempt } = useForm();
  const [asked, setAsked] = useState<QuestionKind>();
  const count = casesAnswering(documents, form.id, placed.id);
  const change = (next: QuestionKind) => {
    setAsked(undefined);
    attempt((all) => changeKind(all, document, placed.id, { kind: next }));
  };
  return (
    <>
      <Labelled label={t('studioForms.kindOf')}>
        {(id) => (
          <Select
            id={id}
            value={kind}
            disabled={!editable}
            placeholder={t('studioForms.kind.other')}
            options={questionKinds.map((each) => ({ value: each, label: t(`studioForms.kind.${each}`) }))}
            aria-describedby={used ? `${id}-used` : undefined}
            onChange={(next) => (count > 0 && !used && next !== kind ? setAsked(next) : change(next))}
          />
        )}
      </Labelled>
      {asked && (
        <Dialog
          open
          title={t('studioForms.kindSure', { kind: t(`studioForms.kind.${asked}`) })}
          onCancel={() => setAsked(undefined)}
        >
          <div className="form-stack">
            <p>{t('studioForms.removeCases', { count })}</p>
            <div className="actions">
              <Button type="primary" onClick={() => change(asked)}>
                {t('studioForms.kindChange')}
              </Button>
              <Button onClick={() => setAsked(undefined)}>{t('studioForms.cancel')}</Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
