/** Owns a headed part of the editor of a rule. */
import { type ReactNode, useId } from 'react';

export interface PartProps {
  readonly title: string;
  /** Given the id of the heading. */
  readonly children: (id: string) => ReactNode;
}

export function Part({ title, children }: PartProps) {
  const id = useId();
  return (
    <div className="rule-part">
      <h3 id={id}>{title}</h3>
      {children(id)}
    </div>
  );
}
