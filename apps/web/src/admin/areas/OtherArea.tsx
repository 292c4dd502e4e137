/** Owns choosing the area to which one moves or into which it merges, among those that the account may change. */
import { type Area, areaLevels } from '@yimen/contracts';
import { Select } from 'antd';
import { type AreaTree, pathTo } from '../../areas/area-tree';
import { useLanguage } from '../../language';
import { Field } from './AreaForm';
import { useMayEdit } from './areas';

export interface OtherAreaProps {
  readonly kind: 'move' | 'merge';
  readonly area: Area;
  readonly tree: AreaTree;
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
}

export function OtherArea({ kind, area, tree, value, onChange }: OtherAreaProps) {
  const { t, say } = useLanguage();
  const mayEdit = useMayEdit(tree);
  const fits = kind === 'move' ? aboveLevel(area) : sameLevel(area);
  const options = [...tree.nodes.values()]
    .filter(({ area: other }) => other.closed === null && fits(other) && mayEdit(other.id))
    .map((node) => ({
      value: node.area.id,
      label: pathTo(node)
        .map(({ name }) => say(name))
        .join(' › '),
    }));
  return (
    <Field id="area-other" label={t(kind === 'move' ? 'areas.form.parent' : 'areas.form.into')}>
      <Select
        id="area-other"
        showSearch={{ optionFilterProp: 'label' }}
        {...(value ? { value } : {})}
        placeholder={t('form.pick')}
        notFoundContent={t('areas.form.noOther')}
        options={options}
        onChange={onChange}
      />
    </Field>
  );
}

const depth = ({ level }: Area): number => areaLevels.indexOf(level);
const aboveLevel = (area: Area) => (other: Area) => depth(other) < depth(area) && other.id !== area.parent;
const sameLevel = (area: Area) => (other: Area) => depth(other) === depth(area) && other.id !== area.id;
