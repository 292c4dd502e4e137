/** Owns a control with its label, of what is no single place of a question. */
import { type ReactNode, useId } from 'react';
import type { PlacedQuestion } from '../draft/question-places';

export interface QuestionProps {
  readonly placed: PlacedQuestion;
}

interface LabelledProps {
  readonly label: string;
  readonly help?: string;
  readonly children: (id: string) => ReactNode;
}

/** A control with its label, of what is no single place. */
export function Labelled({ label, help, children }: LabelledProps) {
  const id = useId();
  return (
    <div className="draft-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {help && <span className="quiet">{help}</span>}
    </div>
  );
}
