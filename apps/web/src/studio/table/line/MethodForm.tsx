/** Owns the fields of a method's parameters, as the method declares them. */
import {
  type MethodContext,
  type MethodItem,
  type MethodParameter,
  type MethodParams,
  methods,
  type ParameterProblem,
} from '@yimen/engine/editing';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useLanguage } from '../../../language';
import { ParameterField } from './ParameterField';

export interface MethodFormProps {
  readonly method: MethodItem['method'];
  readonly params: MethodParams;
  readonly problems: readonly ParameterProblem[];
  readonly context: MethodContext;
  readonly readOnly: boolean;
  readonly onChange: (name: string, value: unknown) => void;
}

/** What is seldom needed is shown when asked for, or where something is filled in; reasons are long, and wait to be. */
export function MethodForm({ method, params, problems, context, readOnly, onChange }: MethodFormProps) {
  const { t, say } = useLanguage();
  const [more, setMore] = useState(false);
  const { facts } = context.dictionary;
  const byChoice = facts.get(String(params.fact))?.type?.kind === 'choice';
  const declared = method === 'hand-written' ? [] : (methods.get(method)?.parameters ?? []);
  const parameters = declared.filter(({ kind }) => !(kind === 'boundary' && byChoice));
  const isRare = ({ name, kind, optional, initial }: MethodParameter) =>
    kind === 'reason' || (optional === true && initial === undefined && params[name] === undefined);
  const rare = parameters.filter(isRare);
  const shown = more ? parameters : parameters.filter((each) => !isRare(each));
  return (
    <div className="method-form">
      {shown.map((parameter) => (
        <ParameterRow key={parameter.name} parameter={parameter} problems={problems}>
          {(labelledBy) => (
            <ParameterField
              {...{ parameter, params, context, readOnly, labelledBy }}
              onChange={(value) => onChange(parameter.name, value)}
            />
          )}
        </ParameterRow>
      ))}
      {rare.length > 0 && !more && !readOnly && (
        <Button type="link" size="small" className="method-more" onClick={() => setMore(true)}>
          {t('table.method.more', { names: rare.map(({ label }) => say(label)).join(t('table.method.and')) })}
        </Button>
      )}
    </div>
  );
}

interface ParameterRowProps {
  readonly parameter: MethodParameter;
  readonly problems: readonly ParameterProblem[];
  readonly children: (labelledBy: string) => React.ReactNode;
}

function ParameterRow({ parameter, problems, children }: ParameterRowProps) {
  const { say } = useLanguage();
  const id = useId();
  const own = problems.filter((problem) => problem.parameter === parameter.name);
  return (
    <div className={`parameter parameter-${parameter.kind}`}>
      <span id={id} className="draft-field-label">
        {say(parameter.label)}
      </span>
      <div className="parameter-field">
        {children(id)}
        {own.map(({ message }) => (
          <p key={message.zh} className="parameter-problem">
            {say(message)}
          </p>
        ))}
      </div>
    </div>
  );
}
