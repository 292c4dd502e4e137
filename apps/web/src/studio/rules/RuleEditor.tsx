/** Owns editing one rule as a whole: when, what then, on which ground, with which reason. */
import type { RuleDeclaration, TextDeclaration } from '@yimen/engine/editing';
import { useLanguage } from '../../language';
import { NumberInput } from '../../layout/NumberInput';
import { ClausePicker } from './ClausePicker';
import { ConditionBuilder } from './ConditionBuilder';
import { NoteField } from './editor/NoteField';
import { Part } from './editor/Part';
import { RuleSentence } from './editor/RuleSentence';
import { RuleText } from './editor/RuleText';
import type { RuleEditorProps } from './editor/rule-props';
import { EventEditor } from './events/EventEditor';
import { ReasonField } from './ReasonField';
import './rules.css';
import './words';

export type { RuleEditorProps };

const noDispositions = {};

export function RuleEditor(props: RuleEditorProps) {
  return props.readOnly ? <RuleText {...props} /> : <RuleForm {...props} />;
}

function RuleForm(props: RuleEditorProps) {
  const { rule, place, dictionary, lists, clauses, named, handedIn = '', onChange } = props;
  const { t } = useLanguage();
  const change = (part: Partial<RuleDeclaration>) => onChange({ ...rule, ...part });
  const common = { dictionary };
  return (
    <div className="rule-editor">
      <RuleSentence {...props} />
      <Part title={t('studioRules.rule.when')}>
        {(id) => (
          <ConditionBuilder
            {...common}
            labelledBy={id}
            value={rule.conditions}
            named={named}
            onChange={(conditions) => change({ conditions })}
          />
        )}
      </Part>
      <Part title={t('studioRules.rule.then')}>
        {() => (
          <EventEditor
            {...common}
            {...{ place, handedIn }}
            value={rule.event}
            dispositions={props.dispositions ?? noDispositions}
            onChange={(event) => change({ event })}
          />
        )}
      </Part>
      <Part title={t('studioRules.rule.reason')}>
        {(id) => (
          <ReasonField
            {...common}
            {...(lists ? { lists } : {})}
            labelledBy={id}
            value={rule.reason}
            onChange={(reason) => change({ reason })}
          />
        )}
      </Part>
      <Part title={t('studioRules.rule.clause')}>
        {(id) => (
          <ClausePicker
            clauses={clauses}
            labelledBy={id}
            value={rule.clause}
            onChange={(clause) => change({ clause })}
          />
        )}
      </Part>
      <Part title={t('studioRules.rule.note')}>
        {(id) => <NoteField labelledBy={id} value={rule.note} onChange={(note) => onChange(withNote(rule, note))} />}
      </Part>
      <Part title={t('studioRules.rule.priority')}>
        {(id) => (
          <>
            <NumberInput
              aria-labelledby={id}
              className="event-points"
              min={1}
              max={1000}
              precision={0}
              value={rule.priority ?? 1}
              onChange={(priority) => priority !== null && change({ priority })}
            />
            <p className="quiet">{t(`studioRules.rule.priority-${place}`)}</p>
          </>
        )}
      </Part>
    </div>
  );
}

/** A note that is emptied is left out. */
function withNote({ note: _, ...rule }: RuleDeclaration, note: TextDeclaration | undefined): RuleDeclaration {
  return note === undefined ? rule : { ...rule, note };
}
