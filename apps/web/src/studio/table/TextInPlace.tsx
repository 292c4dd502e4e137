/** Owns the name of a category or an indicator in the table, and changing it with its clause. */
import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { useDraft } from '../draft/draft-context';
import { LocalizedField } from '../draft/fields';
import { ClauseField } from './line/ClauseField';
import type { AnyPart } from './parts';
import { langOf, titleOf } from './titles';

export function TextInPlace({ part, label }: { readonly part: AnyPart; readonly label: string }) {
  const { t, language, say } = useLanguage();
  const { editable } = useDraft();
  const [open, setOpen] = useState(false);
  const { document, pointer } = part;
  const name = say(titleOf(part.value));
  if (!editable) return <span className="part-title">{name}</span>;
  const close = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        className="part-title text-button"
        aria-haspopup="dialog"
        {...langOf(name, language)}
        title={t('table.rename')}
        onClick={() => setOpen(true)}
      >
        {name}
      </button>
      <Dialog open={open} title={name} onCancel={close}>
        <div className="table-form">
          <LocalizedField document={document} pointer={`${pointer}/title`} label={label} />
          <ClauseField document={document} pointer={`${pointer}/clause`} label={t('table.column.clause')} />
          <div className="actions">
            <Button type="primary" onClick={close}>
              {t('table.done')}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
