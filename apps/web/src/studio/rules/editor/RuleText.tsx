/** Owns showing a rule that nobody may change. */
import { useLanguage } from '../../../language';
import { ConditionList } from '../ConditionList';
import { ReasonField } from '../ReasonField';
import { Part } from './Part';
import { RuleSentence } from './RuleSentence';
import type { RuleEditorProps } from './rule-props';

const nobody = () => {};

export function RuleText(props: RuleEditorProps) {
  const { rule, dictionary, lists, clauses, named } = props;
  const { t, language } = useLanguage();
  return (
    <div className="rule-editor">
      <RuleSentence {...props} />
      <Part title={t('studioRules.rule.when')}>
        {(id) => <ConditionList condition={rule.conditions} {...{ dictionary, named }} labelledBy={id} />}
      </Part>
      <Part title={t('studioRules.rule.reason')}>
        {(id) => (
          <ReasonField
            {...{ dictionary, ...(lists ? { lists } : {}) }}
            labelledBy={id}
            value={rule.reason}
            readOnly
            onChange={nobody}
          />
        )}
      </Part>
      <Part title={t('studioRules.rule.clause')}>
        {() => (
          <p>
            <span lang="zh-CN">{rule.clause}</span>{' '}
            <span className="quiet">{clauses.find(({ id }) => id === rule.clause)?.summary[language]}</span>
          </p>
        )}
      </Part>
      {rule.note && (
        <Part title={t('studioRules.rule.note')}>
          {() => (
            <p lang={rule.note?.en ? undefined : 'zh-CN'}>
              {language === 'en' ? (rule.note?.en ?? rule.note?.zh) : rule.note?.zh}
            </p>
          )}
        </Part>
      )}
      <Part title={t('studioRules.rule.priority')}>{() => <p>{rule.priority ?? 1}</p>}</Part>
    </div>
  );
}
