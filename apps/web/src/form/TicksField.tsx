/** Owns questions answered by ticking a list: untouched it is unanswered, so that "none of these" has to be said. */
import type { FieldProps, RJSFSchema } from '@rjsf/utils';
import { Button, Checkbox } from 'antd';
import { useLanguage } from '../language';
import { describedBy, frameOf, QuestionFrame } from './QuestionFrame';

// A field and not a widget: @rjsf hands widgets of lists an empty list where there is no answer yet.
export function TicksField(props: FieldProps) {
  const { schema, formData, onChange, fieldPathId, rawErrors } = props;
  const { t } = useLanguage();
  const id = fieldPathId.$id;
  const choices = ((schema.items as RJSFSchema).oneOf ?? []) as { const: string; title: string }[];
  const all = choices.map((choice) => choice.const);
  const answered = Array.isArray(formData);
  const ticked = (formData ?? []) as readonly string[];
  const change = (next: readonly string[]) => onChange([...next], fieldPathId.path);
  return (
    <QuestionFrame {...frameOf(props)}>
      <fieldset className="ticks" id={id} aria-label={schema.title} {...describedBy(id, Boolean(rawErrors?.length))}>
        <div className="ticks-all">
          <Button size="small" onClick={() => change(all)}>
            {t('form.all')}
          </Button>
          <Button
            size="small"
            type={answered && ticked.length === 0 ? 'primary' : 'default'}
            aria-pressed={answered && ticked.length === 0}
            onClick={() => change([])}
          >
            {t('form.none')}
          </Button>
          <span className="ticks-count" aria-live="polite">
            {answered ? t('form.ticked', { count: ticked.length, total: all.length }) : t('form.unanswered')}
          </span>
        </div>
        <div className="ticks-items">
          {choices.map((choice) => (
            <Checkbox
              key={choice.const}
              checked={ticked.includes(choice.const)}
              onChange={(event) =>
                change(all.filter((each) => (each === choice.const ? event.target.checked : ticked.includes(each))))
              }
            >
              {choice.title}
            </Checkbox>
          ))}
        </div>
      </fieldset>
    </QuestionFrame>
  );
}
