/** Owns the handle of a part: dragged with the pointer, a menu for the keyboard and for fingers. */
import { HolderOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { useRetireWord } from '../steps/use-retirement';
import type { AnyPart } from './parts';
import { useTable } from './table-context';
import { titleOf } from './titles';

export interface PartToolsProps {
  readonly part: AnyPart;
  readonly first: boolean;
  readonly last: boolean;
  readonly handle: RefObject<HTMLButtonElement | null>;
}

/** Outside of cells, whose bounds would cut it, but inside the page's content. */
const container = (button: HTMLElement): HTMLElement => button.closest<HTMLElement>('.standard') ?? document.body;

export function PartTools({ part, first, last, handle }: PartToolsProps) {
  const { t, say } = useLanguage();
  const { editable, confirm } = useDraft();
  const table = useTable();
  const word = useRetireWord();
  const [open, setOpen] = useState(false);
  if (!editable) return null;
  const act = (key: string) => {
    if (key === 'up' || key === 'down') table.step(part, key === 'up' ? -1 : 1);
    else if (key === 'retire') table.retire(part);
    else if (key === 'unconfirm') confirm([part.key], false);
    else if (key.startsWith('to ')) moveTo(key.slice('to '.length));
  };
  const moveTo = (key: string) => {
    const target = table.categories
      .flatMap((category): AnyPart[] => [category, ...category.indicators])
      .find((each) => each.key === key);
    if (target) table.drop(part, target, 'inside');
  };
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    table.step(part, event.key === 'ArrowUp' ? -1 : 1);
  };
  /** Made when the menu opens: there are many of them. */
  const items = (): MenuProps['items'] => {
    const targets = targetsOf(part, table.categories).map((each) => ({
      key: `to ${each.key}`,
      label: say(titleOf(each.value)),
    }));
    const confirmed = table.steps?.byKey.get(part.key)?.state === 'confirmed';
    return [
      { key: 'up', label: t('table.up'), disabled: first },
      { key: 'down', label: t('table.down'), disabled: last },
      ...(targets.length > 0 ? [{ key: 'to', label: t(`table.moveTo.${part.kind}`), children: targets }] : []),
      ...(confirmed ? [{ key: 'unconfirm', label: t('steps.unconfirm') }] : []),
      { type: 'divider' },
      { key: 'retire', label: word(part.key), danger: true },
    ];
  };
  return (
    <Dropdown
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
      getPopupContainer={container}
      menu={{ items: open ? items() : [], onClick: ({ key }) => act(key) }}
    >
      <Button
        ref={handle}
        type="text"
        size="small"
        className="part-handle"
        icon={<HolderOutlined />}
        aria-label={t('table.tools', { name: say(titleOf(part.value)) })}
        aria-haspopup="menu"
        title={t('table.toolsHelp')}
        onKeyDown={press}
      />
    </Dropdown>
  );
}

/** What a part could be moved into instead. */
function targetsOf(part: AnyPart, categories: ReturnType<typeof useTable>['categories']): AnyPart[] {
  if (part.kind === 'indicator')
    return categories.filter(({ indicators }) => !indicators.some(({ key }) => key === part.key));
  if (part.kind === 'line')
    return categories
      .flatMap(({ indicators }) => indicators)
      .filter(({ lines }) => !lines.some(({ key }) => key === part.key));
  return [];
}
