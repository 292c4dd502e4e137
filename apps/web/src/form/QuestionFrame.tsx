/** Owns what surrounds every question: its label, help and error. */
import { ExclamationCircleFilled } from '@ant-design/icons';
import type { FieldProps } from '@rjsf/utils';
import type { ReactNode } from 'react';

interface FrameProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly description: ReactNode;
  readonly errors: readonly string[] | undefined;
  readonly required: boolean;
  /** Several controls under one label. */
  readonly group?: boolean;
}

export function QuestionFrame({
  id,
  label,
  description,
  errors,
  group = false,
  children,
}: FrameProps & { readonly children: ReactNode }) {
  const wrong = Boolean(errors?.length);
  return (
    <div className={`question${wrong ? ' question-wrong' : ''}`} id={`field-${id}`}>
      {group ? (
        <div className="question-label">{label}</div>
      ) : (
        <label className="question-label" htmlFor={id}>
          {label}
        </label>
      )}
      {description && (
        <div className="question-help" id={`${id}__description`}>
          {description}
        </div>
      )}
      {children}
      {wrong && (
        <div className="question-error" id={`${id}__error`} role="alert">
          <ExclamationCircleFilled /> {errors?.[0]}
        </div>
      )}
    </div>
  );
}

/** The frame of a field that draws its whole question itself. */
export const frameOf = ({ schema, fieldPathId, name, rawErrors, required = false }: FieldProps): FrameProps => ({
  id: fieldPathId.$id,
  name,
  label: schema.title ?? '',
  description: schema.description,
  errors: rawErrors,
  required,
  group: true,
});

/** What ties a control to its frame's help and error. */
export const describedBy = (id: string, invalid: boolean) => ({
  'aria-describedby': `${id}__error ${id}__description`,
  'aria-invalid': invalid || undefined,
});
