/** Owns asking for roles with their areas, none of which excludes another. */
import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { type Assignment, excludes, type Role, roles } from '@yimen/contracts';
import { Button, Select } from 'antd';
import { pathWords } from '../areas/area-names';
import { type AreaNode, pathTo } from '../areas/area-tree';
import { areaTreeQuery } from '../areas/area-tree-query';
import { useLanguage } from '../language';

/** A role that is being chosen. */
export type AssignmentDraft = Partial<Assignment>;

/** The roles, once each is whole; undefined while something is missing. */
export function assignmentsOf(drafts: readonly AssignmentDraft[]): Assignment[] | undefined {
  const whole = drafts.flatMap(({ role, area }) => (role && area ? [{ role, area }] : []));
  const once = [...new Map(whole.map((each) => [`${each.role} ${each.area}`, each])).values()];
  return whole.length === drafts.length && whole.length > 0 ? once : undefined;
}

export interface AssignmentsFieldProps {
  readonly id: string;
  readonly drafts: readonly AssignmentDraft[];
  readonly onChange: (drafts: readonly AssignmentDraft[]) => void;
}

export function AssignmentsField({ id, drafts, onChange }: AssignmentsFieldProps) {
  const { t } = useLanguage();
  const held = drafts.flatMap(({ role }) => role ?? []);
  const change = (at: number, part: AssignmentDraft) =>
    onChange(drafts.map((draft, index) => (index === at ? { ...draft, ...part } : draft)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend stands in no grid
    <div className="assignments" role="group" aria-label={t('accounts.roles')}>
      {drafts.map((draft, index) => (
        <AssignmentRow
          key={index}
          id={`${id}-${index}`}
          draft={draft}
          others={held.filter((_, place) => place !== index)}
          number={index + 1}
          onChange={(part) => change(index, part)}
          {...(drafts.length > 1 ? { onRemove: () => onChange(drafts.filter((_, place) => place !== index)) } : {})}
        />
      ))}
      {drafts.length > 1 && held.some((role) => roles.some((other) => excludes(role, other))) && (
        <p className="quiet">{t('accounts.excludes')}</p>
      )}
      <Button size="small" icon={<PlusOutlined aria-hidden="true" />} onClick={() => onChange([...drafts, {}])}>
        {t('accounts.roleMore')}
      </Button>
    </div>
  );
}

/** Below the counties names repeat: the way there from the top is said, but for the top. */
const wordsOf = (node: AreaNode) => {
  const path = pathTo(node);
  return pathWords(path.length > 2 ? path.slice(1) : path.slice(-1));
};

/** As high as all roles are. */
const WHOLE_LIST = 320;

interface AssignmentRowProps {
  readonly id: string;
  readonly draft: AssignmentDraft;
  readonly others: readonly Role[];
  readonly number: number;
  readonly onChange: (part: AssignmentDraft) => void;
  readonly onRemove?: () => void;
}

/** Roles that one of the others excludes cannot be chosen. */
function AssignmentRow({ id, draft: { role, area }, others, number, onChange, onRemove }: AssignmentRowProps) {
  const { t, say } = useLanguage();
  const tree = useQuery(areaTreeQuery());
  const areas = [...(tree.data?.nodes.values() ?? [])].filter(({ area: { closed } }) => closed === null);
  return (
    <div className="assignment">
      <Select
        id={`${id}-role`}
        aria-label={`${t('accounts.role')} ${number}`}
        {...(role ? { value: role } : {})}
        placeholder={t('accounts.role')}
        listHeight={WHOLE_LIST}
        options={roles.map((each) => ({
          value: each,
          label: t(`identity.role.${each}`),
          disabled: others.some((other) => excludes(each, other)),
        }))}
        onChange={(each) => onChange({ role: each })}
      />
      <Select
        id={`${id}-area`}
        aria-label={`${t('accounts.area')} ${number}`}
        showSearch={{ optionFilterProp: 'label' }}
        {...(area ? { value: area } : {})}
        placeholder={t('accounts.area')}
        loading={tree.isPending}
        options={areas.map((node) => ({ value: node.area.id, label: say(wordsOf(node)) }))}
        onChange={(each) => onChange({ area: each })}
      />
      {onRemove && (
        <Button
          type="text"
          icon={<CloseOutlined aria-hidden="true" />}
          aria-label={t('accounts.roleRemove', { number })}
          onClick={onRemove}
        />
      )}
    </div>
  );
}
