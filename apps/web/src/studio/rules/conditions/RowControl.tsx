/** Owns one row of the condition builder, with what is wrong with it right below. */
import { Rule, type RuleProps } from 'react-querybuilder';
import { useLanguage } from '../../../language';
import { contextOf, numberOf } from './builder-context';
import { FaultNote } from './FaultNote';

export function RowControl(props: RuleProps) {
  const { t } = useLanguage();
  const { path, rule } = props;
  const fault = contextOf(props).faults[rule.id ?? ''];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and a border of its own
    <div role="group" aria-label={t('studioRules.row.name', { number: numberOf(path) })} className="row-frame">
      <Rule {...props} />
      {fault && <FaultNote fault={fault} />}
    </div>
  );
}
