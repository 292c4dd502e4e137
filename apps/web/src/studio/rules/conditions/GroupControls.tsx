/** Owns a group of rows: how they are joined, adding to it, taking away, and what is wrong with it. */
import { ApartmentOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { AntDActionElement, AntDValueSelector } from '@react-querybuilder/antd';
import type { ComponentProps } from 'react';
import {
  type ActionProps,
  type CombinatorSelectorProps,
  RuleGroup,
  RuleGroupBodyComponents,
  type RuleGroupProps,
  type UseRuleGroup,
} from 'react-querybuilder';
import { useLanguage } from '../../../language';
import { contextOf, numberOf } from './builder-context';
import { FaultNote } from './FaultNote';

export function GroupControl(props: RuleGroupProps) {
  const { t } = useLanguage();
  const { path } = props;
  const label =
    path.length === 0 ? t('studioRules.group.whole') : t('studioRules.group.part', { number: numberOf(path) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and a border of its own
    <div role="group" aria-label={label}>
      <RuleGroup {...props} />
    </div>
  );
}

export function CombinatorControl(props: CombinatorSelectorProps) {
  const { t } = useLanguage();
  const named = { 'aria-label': t('studioRules.group.joined') };
  return (
    <span className="group-joined">
      {t('studioRules.group.joined')}
      <AntDValueSelector {...(props as ComponentProps<typeof AntDValueSelector>)} {...named} title="" />
    </span>
  );
}

/** The rows, and below them what adds one. */
export function GroupBody(rg: RuleGroupProps & UseRuleGroup) {
  const { t } = useLanguage();
  const { ruleGroup, path, schema, disabled, addRule, addGroup } = rg;
  const fault = contextOf(rg).faults[ruleGroup.id ?? ''];
  const common = { ruleOrGroup: ruleGroup, path, schema, level: path.length, disabled, type: 'dashed' as const };
  return (
    <>
      <RuleGroupBodyComponents {...rg} />
      {fault && <FaultNote fault={fault} top={path.length === 0} />}
      {!disabled && (
        <div className="group-add">
          <AntDActionElement
            {...common}
            icon={<PlusOutlined />}
            label={t('studioRules.group.addRow')}
            handleOnClick={addRule}
          />
          {path.length < schema.maxLevels && (
            <AntDActionElement
              {...common}
              type="text"
              icon={<ApartmentOutlined />}
              label={t('studioRules.group.addGroup')}
              handleOnClick={addGroup}
            />
          )}
        </div>
      )}
    </>
  );
}

/** Takes a row or a group away. */
export function RemoveControl(props: ActionProps) {
  const { t } = useLanguage();
  const { path, ruleOrGroup, disabled } = props;
  if (disabled) return null;
  const key = 'rules' in ruleOrGroup ? 'studioRules.group.remove' : 'studioRules.row.remove';
  const name = t(key, { number: numberOf(path) });
  return (
    <AntDActionElement
      {...props}
      type="text"
      label={undefined}
      title={name}
      icon={<CloseOutlined />}
      aria-label={name}
    />
  );
}
