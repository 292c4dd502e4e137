/** Owns showing a condition that nobody may change, as a list in words. */
import type { Condition } from '@yimen/config';
import { conditionSentence } from '@yimen/engine/editing';
import { useLanguage } from '../../language';
import { conditionOfRow, type Group, toQuery } from './conditions/query';
import type { FactDictionary } from './fact-dictionary';
import type { NamedTitle } from './fact-options';
import './words';

export interface ConditionListProps {
  readonly condition: Condition | undefined;
  readonly dictionary: FactDictionary;
  readonly named: readonly NamedTitle[];
  readonly labelledBy?: string | undefined;
}

export function ConditionList({ condition, dictionary, labelledBy }: ConditionListProps) {
  const { t } = useLanguage();
  const query = toQuery(condition);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and a border of its own
    <div className="condition-list" role="group" aria-labelledby={labelledBy}>
      {query.rules.length === 0 ? (
        <p className="quiet">{t('studioRules.group.none')}</p>
      ) : (
        <GroupList group={query} dictionary={dictionary} />
      )}
    </div>
  );
}

function GroupList({ group, dictionary }: { readonly group: Group; readonly dictionary: FactDictionary }) {
  const { t, say } = useLanguage();
  return (
    <>
      {(group.rules.length > 1 || group.combinator === 'notAll' || group.combinator === 'none') && (
        <p className="condition-joint">{t(`studioRules.joint.${group.combinator}`)}</p>
      )}
      <ul>
        {group.rules.map((node, index) => {
          if ('rules' in node)
            return (
              <li key={index}>
                <GroupList group={node as Group} dictionary={dictionary} />
              </li>
            );
          const inner = conditionOfRow(node);
          return <li key={index}>{inner && say(conditionSentence(inner, dictionary))}</li>;
        })}
      </ul>
    </>
  );
}
