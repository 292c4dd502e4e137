/** Owns drawing one form of an edition with @rjsf. */
import Form from '@rjsf/core';
import type { ErrorSchema, FieldProps, RJSFSchema, ValidatorType, WidgetProps } from '@rjsf/utils';
import type { FormDetail } from '@yimen/contracts';
import { Input } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { uiSchemaOf } from './layout-of-form';
import { MaskedField } from './MaskedField';
import { RowsField } from './RowsField';
import { TicksField } from './TicksField';
import { type FormContext, templates } from './templates';
import type { Messages } from './validation';
import { widgets } from './widgets';
import './form.css';

/** Few forms ask for files, and choosing them takes a large part of the component library. */
const LazyFilesField = lazy(() => import('./FilesField'));

const FilesField = (props: FieldProps) => (
  <Suspense>
    <LazyFilesField {...props} />
  </Suspense>
);

/** The tree of areas takes as large a part, and few forms ask for one. */
const LazyAreaField = lazy(() => import('./AreaField'));

const AreaWidget = (props: WidgetProps) => (
  <Suspense fallback={<Input id={props.id} className="pick" disabled />}>
    <LazyAreaField {...props} />
  </Suspense>
);

const allWidgets = { ...widgets, area: AreaWidget };

const fields = { rows: RowsField, ticks: TicksField, masked: MaskedField, files: FilesField };

/** Nothing is filled in for the person: an untouched question stays unanswered. */
const unanswered = {
  arrayMinItems: { populate: 'never' },
  emptyObjectFields: 'skipEmptyDefaults',
  constAsDefaults: 'never',
  requiredBooleanDefault: 'skip',
} as const;

export interface QuestionFormProps {
  readonly form: FormDetail;
  readonly validator: ValidatorType;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Personal answers that are shown masked. */
  readonly masks: Readonly<Record<string, unknown>>;
  readonly messages: Messages;
  readonly sections: FormContext['sections'];
  readonly area: FormContext['area'];
  readonly onChange: (answers: Record<string, unknown>) => void;
}

export function QuestionForm(props: QuestionFormProps) {
  const { form, validator, answers, masks, messages, sections, area, onChange } = props;
  const uiSchema = useMemo(() => uiSchemaOf(form, masks), [form, masks]);
  const context = useMemo<FormContext>(() => ({ sections, area }), [sections, area]);
  const errors = useMemo(
    () =>
      Object.fromEntries(
        [...messages].map(([question, message]) => [question, { __errors: [message] }]),
      ) as ErrorSchema,
    [messages],
  );
  return (
    <Form
      className="question-form"
      tagName="div"
      schema={form.schema as RJSFSchema}
      uiSchema={uiSchema}
      formData={answers}
      validator={validator}
      widgets={allWidgets}
      fields={fields}
      templates={templates}
      formContext={context}
      idPrefix={form.id}
      extraErrors={errors}
      noValidate
      noHtml5Validate
      showErrorList={false}
      experimental_defaultFormStateBehavior={unanswered}
      onChange={({ formData }) => onChange(formData ?? {})}
    >
      <span />
    </Form>
  );
}
