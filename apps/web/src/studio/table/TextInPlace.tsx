/** Owns the title of a category or an indicator: text until it is clicked, fields while it is changed. */
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { LocalizedField } from '../draft/fields';
import { ClauseField } from './line/ClauseField';
import type { AnyPart } from './parts';
import { titleOf } from './titles';

const container = () => document.getElementById('root') ?? document.body;

export function TextInPlace({ part, label }: { readonly part: AnyPart; readonly label: string }) {
  const { t, say } = useLanguage();
  const { editable } = useDraft();
  const [open, setOpen] = useState(false);
  const { document, pointer } = part;
  const name = say(titleOf(part.value));
  if (!editable) return <span className="part-title">{name}</span>;
  const fields = (
    <div className="part-fields">
      <LocalizedField document={document} pointer={`${pointer}/title`} label={label} />
      <ClauseField document={document} pointer={`${pointer}/clause`} label={t('table.column.clause')} />
      <Button onClick={() => setOpen(false)}>{t('table.done')}</Button>
    </div>
  );
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      content={fields}
      destroyOnHidden
      getPopupContainer={container}
    >
      <button type="button" className="part-title text-button" aria-expanded={open} title={t('table.rename')}>
        {name}
      </button>
    </Popover>
  );
}
