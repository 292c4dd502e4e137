/** Owns choosing a question or a calculation for a parameter, or asking a new question. */
import { PlusOutlined } from '@ant-design/icons';
import type { ParameterKind } from '@yimen/engine/editing';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../../language';
import { NewQuestion } from './NewQuestion';
import { type QuestionChoice, questionsFor } from './question-choice';

export interface FactFieldProps {
  readonly labelledBy: string;
  readonly kind: ParameterKind;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly readOnly: boolean;
  readonly onChange: (fact: string) => void;
  /** Makes the value of a question that was just added; its id where left out. */
  readonly encode?: (question: string, kind: QuestionChoice) => string;
}

export function FactField({ labelledBy, kind, value, options, readOnly, onChange, encode }: FactFieldProps) {
  const { t } = useLanguage();
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<{ readonly value: string; readonly label: string }>();
  const known = options.some((option) => option.value === value);
  // Until the draft is read again a new question is known here alone.
  const all = made && !options.some((option) => option.value === made.value) ? [...options, made] : options;
  return (
    <div className="fact-field">
      <Select
        aria-labelledby={labelledBy}
        className="fact-select"
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        placeholder={t('table.fact.choose')}
        disabled={readOnly}
        value={known || made?.value === value ? value : undefined}
        options={[...all]}
        onChange={onChange}
      />
      {!readOnly && questionsFor(kind).length > 0 && (
        <Button type="link" size="small" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setAsking(true)}>
          {t('table.question.add')}
        </Button>
      )}
      {asking && (
        <NewQuestion
          kinds={questionsFor(kind)}
          onClose={() => setAsking(false)}
          onAdded={(id, title, chosen) => {
            const next = encode ? encode(id, chosen) : id;
            setMade({ value: next, label: title });
            setAsking(false);
            onChange(next);
          }}
        />
      )}
    </div>
  );
}
