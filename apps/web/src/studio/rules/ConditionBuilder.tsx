/** Owns editing a condition: groups of rows, each a comparison or a named condition. */
import { antdControlElements, QueryBuilderAntD } from '@react-querybuilder/antd';
import { type Condition, canonicalJson } from '@yimen/config';
import { useMemo, useState } from 'react';
import { prepareRuleGroup } from 'react-querybuilder';
import { newKey } from '../../form/new-key';
import { useLanguage } from '../../language';
import { ConditionList } from './ConditionList';
import type { BuilderContext } from './conditions/builder-context';
import { faultsIn } from './conditions/faults';
import { unchosen } from './conditions/field-name';
import { CombinatorControl, GroupBody, GroupControl, RemoveControl } from './conditions/GroupControls';
import { firstOperator, firstValue, offeredOperators } from './conditions/operators';
import { combinators, type Group, toCondition, toQuery, unfinishedIn } from './conditions/query';
import { RowControl } from './conditions/RowControl';
import { FieldControl, OperatorControl, SourceControl } from './conditions/RowControls';
import { Tree } from './conditions/Tree';
import { ValueControl } from './conditions/ValueControl';
import type { FactDictionary } from './fact-dictionary';
import { factOptions, type NamedTitle } from './fact-options';
import './rules.css';
import './words';

export interface ConditionBuilderProps {
  readonly value: Condition | undefined;
  readonly dictionary: FactDictionary;
  /** The named conditions that may be used. */
  readonly named: readonly NamedTitle[];
  /** Whether it is the top of a rule, which is a group or a named condition; so it is where nothing is said. */
  readonly top?: boolean;
  /** Called with every finished condition; rows that are not finished are left out of it. */
  readonly onChange: (next: Condition) => void;
  /** Called with how many rows and groups are not finished, whenever that changes what is emitted. */
  readonly onUnfinished?: (count: number) => void;
  readonly readOnly?: boolean;
  /** The id of what names it. */
  readonly labelledBy?: string;
}

export function ConditionBuilder(props: ConditionBuilderProps) {
  const { value, dictionary, named, readOnly = false, labelledBy } = props;
  if (!readOnly) return <Builder {...props} />;
  return <ConditionList condition={value} dictionary={dictionary} named={named} labelledBy={labelledBy} />;
}

const controlElements = {
  ...antdControlElements,
  rule: RowControl,
  ruleGroup: GroupControl,
  ruleGroupBodyElements: GroupBody,
  fieldSelector: FieldControl,
  operatorSelector: OperatorControl,
  valueSourceSelector: SourceControl,
  valueEditor: ValueControl,
  combinatorSelector: CombinatorControl,
  addRuleAction: null,
  addGroupAction: null,
  removeRuleAction: RemoveControl,
  removeGroupAction: RemoveControl,
};

/** Deeper groups are shown but not offered. */
const MOST_LEVELS = 5;

function Builder({ value, dictionary, named, top = true, onChange, onUnfinished, labelledBy }: ConditionBuilderProps) {
  const { t } = useLanguage();
  const [query, change] = useTree(value, top, onChange, onUnfinished);
  const context = useMemo(
    (): BuilderContext => ({ dictionary, named, faults: faultsIn(query, dictionary, named) }),
    [dictionary, named, query],
  );
  const fields = useMemo(
    () => factOptions(dictionary, named).map(({ value: name }) => ({ name, value: name, label: name })),
    [dictionary, named],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and a border of its own
    <div className="conditions" role="group" aria-labelledby={labelledBy}>
      <QueryBuilderAntD controlElements={controlElements}>
        <Tree
          query={query}
          onQueryChange={(next: Group) => change(next)}
          enableMountQueryChange={false}
          fields={fields}
          combinators={combinators.map((name) => ({ name, value: name, label: t(`studioRules.joint.${name}`) }))}
          getDefaultField={() => unchosen}
          autoSelectField={false}
          autoSelectValue={false}
          getDefaultOperator={(field: string) => (field.startsWith('@') ? 'holds' : firstOperator(field, dictionary))}
          getDefaultValue={(row) => (row.valueSource === 'field' ? undefined : firstValue(row.field, dictionary))}
          getOperators={(field: string) => operatorOptions(field, dictionary)}
          getValueSources={() => ['value', 'field']}
          accessibleDescriptionGenerator={() => ''}
          addRuleToNewGroups
          listsAsArrays
          maxLevels={MOST_LEVELS}
          idGenerator={newKey}
          context={context}
        />
      </QueryBuilderAntD>
    </div>
  );
}

/** What react-querybuilder has to know of operators: whether a value follows. */
function operatorOptions(field: string, dictionary: FactDictionary) {
  if (field.startsWith('@'))
    return ['holds', 'fails'].map((name) => ({ name, value: name, label: name, arity: 'unary' as const }));
  return offeredOperators({ field, operator: '' }, dictionary).map(({ id }) => ({ name: id, value: id, label: id }));
}

const prepared = (condition: Condition | undefined): Group =>
  prepareRuleGroup(toQuery(condition), { idGenerator: newKey }) as Group;

const same = (a: Condition | undefined, b: Condition | undefined): boolean =>
  a === b || canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** The tree on screen. It follows the condition it is given, but keeps what is not finished while that stays the same. */
function useTree(
  value: Condition | undefined,
  top: boolean,
  onChange: (next: Condition) => void,
  onUnfinished?: (count: number) => void,
): [Group, (next: Group) => void] {
  const [shown, setShown] = useState(() => ({ value, query: prepared(value) }));
  const stays = same(value, shown.value) || same(value, toCondition(shown.query, top));
  const current = stays ? shown : { value, query: prepared(value) };
  if (!stays) setShown(current);
  const change = (query: Group) => {
    const condition = toCondition(query, top);
    setShown({ value: condition ?? current.value, query });
    onUnfinished?.(unfinishedIn(query));
    if (condition && !same(condition, current.value)) onChange(condition);
  };
  return [current.query, change];
}
