/** Owns the drawer in which everything of one line is changed. */
import { CloseOutlined } from '@ant-design/icons';
import { Button, Drawer, Grid } from 'antd';
import { useEffect, useMemo } from 'react';
import { useLanguage } from '../../../language';
import { useDraft } from '../../draft/draft-context';
import { ChoiceField, LocalizedField } from '../../draft/fields';
import { Confirm, StepTag } from '../../steps/StepTag';
import { useRetireWord } from '../../steps/use-retirement';
import { PointsField } from '../PointsField';
import { allParts, type LinePart } from '../parts';
import { useTable } from '../table-context';
import { langOf, titleOf } from '../titles';
import { AppliesWhen } from './AppliesWhen';
import { ClauseField } from './ClauseField';
import { MethodList } from './MethodList';

export interface LineDrawerProps {
  readonly line: string | undefined;
  readonly onClose: () => void;
}

/** Outside the body antd leaves the page as it is; a class of our own holds it. */
const container = () => document.getElementById('root') ?? document.body;

export function LineDrawer({ line, onClose }: LineDrawerProps) {
  const { t, language, say } = useLanguage();
  const { categories } = useTable();
  const wide = Grid.useBreakpoint().md ?? true;
  const part = useMemo(
    () => allParts(categories).find((each): each is LinePart => each.kind === 'line' && each.id === line),
    [categories, line],
  );
  const open = part !== undefined;
  useEffect(() => {
    document.documentElement.classList.toggle('held', open);
    return () => document.documentElement.classList.remove('held');
  }, [open]);
  return (
    <Drawer
      open={open}
      size={wide ? 760 : '100%'}
      title={part && <h2 {...langOf(say(titleOf(part.value)), language)}>{say(titleOf(part.value))}</h2>}
      closable={false}
      extra={<Button type="text" icon={<CloseOutlined />} aria-label={t('table.close')} onClick={onClose} />}
      destroyOnHidden
      getContainer={container}
      rootClassName="line-drawer"
      onClose={onClose}
    >
      {part && <LineFields key={part.id} part={part} onClose={onClose} />}
    </Drawer>
  );
}

function LineFields({ part, onClose }: { readonly part: LinePart; readonly onClose: () => void }) {
  const { t, say } = useLanguage();
  const { editable } = useDraft();
  const { steps, retire } = useTable();
  const word = useRetireWord();
  const at = (key: string, label: string) => ({
    document: part.document,
    pointer: `${part.pointer}/${key}`,
    label: t(label),
  });
  const ways = (['full', 'zero'] as const).map((value) => ({ value, label: t(`table.starts.${value}`) }));
  return (
    <div className="line-fields">
      {steps && (
        <div className="part-step">
          <StepTag state={steps.whole(part.key)} />
          <Confirm step={part.key} name={say(titleOf(part.value))} alone />
        </div>
      )}
      <div className="draft-fields">
        <LocalizedField {...at('title', 'table.field.title')} wide />
        <div className="draft-field">
          <span className="draft-field-label">{t('table.column.points')}</span>
          <PointsField part={part} />
        </div>
        <ChoiceField {...at('starts', 'table.starts.label')} options={ways} />
        <LocalizedField {...at('standard', 'table.column.standard')} rows={2} wide />
        <ClauseField {...at('clause', 'table.column.clause')} />
        <LocalizedField {...at('note', 'table.field.note')} optional />
      </div>
      <AppliesWhen part={part} />
      <MethodList part={part} />
      {editable && (
        <div className="line-end">
          <Button danger onClick={() => retire(part, onClose)}>
            {t('table.retireLine', { word: word(part.key) })}
          </Button>
          <Button type="primary" onClick={onClose}>
            {t('table.done')}
          </Button>
        </div>
      )}
    </div>
  );
}
