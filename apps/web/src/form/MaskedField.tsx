/** Owns questions whose stored answer is shown masked: kept as it is, or written anew. */
import { LockOutlined } from '@ant-design/icons';
import type { FieldProps } from '@rjsf/utils';
import { Button } from 'antd';
import { useLanguage } from '../language';
import { frameOf, QuestionFrame } from './QuestionFrame';

export function MaskedField(props: FieldProps) {
  const { t } = useLanguage();
  const { formData, onChange, fieldPathId, uiSchema, registry } = props;
  const mask = uiSchema?.['ui:mask'];
  const { SchemaField } = registry.fields;
  const change = (answer: unknown) => {
    onChange(answer, fieldPathId.path);
    requestAnimationFrame(() => focusIn(fieldPathId.$id));
  };
  if (formData !== mask && SchemaField)
    return (
      <div>
        <SchemaField {...props} uiSchema={uiSchema?.['ui:plain']} />
        <Button type="link" size="small" className="masked-keep" onClick={() => change(mask)}>
          {t('personal.keep')}
        </Button>
      </div>
    );
  return (
    <QuestionFrame {...frameOf(props)}>
      <div className="masked">
        <span lang="">
          <LockOutlined aria-hidden="true" /> {String(mask)}
        </span>
        <Button
          size="small"
          aria-label={t('personal.rewriteOf', { question: props.schema.title })}
          onClick={() => change(undefined)}
        >
          {t('personal.rewrite')}
        </Button>
      </div>
    </QuestionFrame>
  );
}

/** The control that took the place of the one just pressed. */
const focusIn = (id: string): void =>
  document.getElementById(`field-${id}`)?.querySelector<HTMLElement>('input, textarea, button')?.focus();
