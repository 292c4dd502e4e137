/** Owns what the parts of the form editor share: which form and question is open, and the ways to change it. */
import { createContext, useContext } from 'react';
import type { Json, PlacedQuestion } from '../draft/question-places';
import type { Attempts } from '../draft/use-attempt';

/** How wide the preview is. */
export type Width = 'phone' | 'desktop';

/** What is open beside the outline. */
export type Opened =
  | { readonly kind: 'form' }
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'add'; readonly step: string }
  | { readonly kind: 'add-step' };

export interface FormEditor extends Attempts {
  /** The path of the form. */
  readonly document: string;
  readonly form: Json;
  readonly questions: ReadonlyMap<string, PlacedQuestion>;
  readonly opened: Opened;
  readonly open: (opened: Opened) => void;
}

export const FormContext = createContext<FormEditor | undefined>(undefined);

export function useForm(): FormEditor {
  const editor = useContext(FormContext);
  if (!editor) throw new Error('no form on this page');
  return editor;
}
