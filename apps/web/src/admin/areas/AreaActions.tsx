/** Owns what can be done with an area: which action was chosen, and its form. */
import {
  ApartmentOutlined,
  EditOutlined,
  MergeCellsOutlined,
  NumberOutlined,
  PlusOutlined,
  StopOutlined,
} from '@ant-design/icons';
import { type AreaChange, type AreaDetail, areaLevels } from '@yimen/contracts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { AreaTree } from '../../areas/area-tree';
import { useLanguage } from '../../language';
import type { Tagged } from '../../server/client';
import { AddForm } from './AddForm';
import { ChangeForm } from './ChangeForm';

export interface AreaActionsProps {
  readonly now: Tagged<AreaDetail>;
  readonly tree: AreaTree;
  readonly reload: () => Promise<unknown>;
  readonly onStart: () => void;
  readonly onSaved: () => void;
}

type Action = 'add' | AreaChange['kind'];

const icons: Readonly<Record<Action, ReactNode>> = {
  add: <PlusOutlined aria-hidden="true" />,
  rename: <EditOutlined aria-hidden="true" />,
  recode: <NumberOutlined aria-hidden="true" />,
  move: <ApartmentOutlined aria-hidden="true" />,
  merge: <MergeCellsOutlined aria-hidden="true" />,
  close: <StopOutlined aria-hidden="true" />,
};

/** The lowest level has nothing below, and the highest nothing above to belong to. */
const possible = (action: Action, { level, parent }: AreaDetail): boolean =>
  action === 'add' ? level !== areaLevels.at(-1) : action === 'move' || action === 'merge' ? parent !== null : true;

export function AreaActions({ now, tree, reload, onStart, onSaved }: AreaActionsProps) {
  const { t } = useLanguage();
  const [action, setAction] = useState<Action>();
  const start = (chosen: Action) => {
    setAction(chosen);
    onStart();
  };
  const end = () => setAction(undefined);
  const saved = () => {
    end();
    onSaved();
  };
  if (action === 'add') return <AddForm above={now.value} onSaved={saved} onCancel={end} />;
  if (action)
    return (
      <ChangeForm key={action} kind={action} now={now} tree={tree} reload={reload} onSaved={saved} onCancel={end} />
    );
  return (
    <div className="actions">
      {(Object.keys(icons) as Action[])
        .filter((each) => possible(each, now.value))
        .map((each) => (
          <Button key={each} icon={icons[each]} danger={each === 'close'} onClick={() => start(each)}>
            {t(`areas.action.${each}`)}
          </Button>
        ))}
    </div>
  );
}
