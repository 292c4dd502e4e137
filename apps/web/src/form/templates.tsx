/** Owns how @rjsf lays out a form: questions in frames, the root in steps. */
import type { FieldTemplateProps, ObjectFieldTemplateProps, TemplatesType } from '@rjsf/utils';
import { QuestionFrame } from './QuestionFrame';

/** What a page tells the form: which questions to show, in sections. */
export interface FormContext {
  /** Where what is filled in will be stored, as far as it is known. */
  readonly area?: string | undefined;
  readonly sections: readonly { readonly id: string; readonly title?: string; readonly questions: readonly string[] }[];
}

function FieldTemplate({
  id,
  label,
  rawErrors,
  required,
  children,
  schema,
  uiSchema,
  rawDescription,
  hidden,
}: FieldTemplateProps) {
  if (hidden) return <div hidden>{children}</div>;
  if (schema.type === 'object' || uiSchema?.['ui:field']) return children;
  return (
    <QuestionFrame
      id={id}
      name={label}
      label={label}
      description={rawDescription}
      errors={rawErrors}
      required={required ?? false}
      group={uiSchema?.['ui:widget'] === 'choice'}
    >
      {children}
    </QuestionFrame>
  );
}

function ObjectFieldTemplate({ properties, registry }: ObjectFieldTemplateProps) {
  const { sections } = registry.formContext as FormContext;
  return sections.map((section) => (
    <section className="form-section" key={section.id} id={`section-${section.id}`}>
      {section.title && <h3>{section.title}</h3>}
      {section.questions.map((question) => properties.find((property) => property.name === question)?.content)}
    </section>
  ));
}

const Nothing = () => null;

export const templates: Partial<TemplatesType> = {
  FieldTemplate,
  ObjectFieldTemplate,
  ErrorListTemplate: Nothing,
  DescriptionFieldTemplate: Nothing,
  FieldErrorTemplate: Nothing,
  FieldHelpTemplate: Nothing,
};
