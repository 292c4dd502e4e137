/** Owns what every cell of the table knows and may do. */
import type { LocalizedText } from '@yimen/config';
import { createContext, useContext } from 'react';
import type { Steps } from '../steps/use-steps';
import type { AnyPart, CategoryPart, IndicatorPart } from './parts';
import type { Mismatch } from './totals';
import type { Dragging, Hover } from './use-drag-place';

/** What is being added, and to what. */
export type Adding =
  | { readonly kind: 'category' }
  | { readonly kind: 'indicator'; readonly to: CategoryPart }
  | { readonly kind: 'line'; readonly to: IndicatorPart };

export interface TableEditor {
  readonly categories: readonly CategoryPart[];
  readonly mismatches: ReadonlyMap<string, Mismatch>;
  readonly steps: Steps | undefined;
  /** How a line is scored, in words, without the sentence about its points. */
  readonly sentencesOf: (line: string) => readonly LocalizedText[];
  readonly openLine: (id: string) => void;
  readonly add: (adding: Adding) => void;
  /** `before`: the value of the part when somebody began to type its points. */
  readonly setPoints: (part: AnyPart, points: number, before?: AnyPart['value']) => void;
  readonly drop: (dragged: Dragging, onto: AnyPart, hover: Hover) => void;
  readonly step: (part: AnyPart, by: -1 | 1) => void;
  readonly retire: (part: AnyPart, then?: () => void) => void;
  readonly restore: (key: string) => void;
}

export const TableContext = createContext<TableEditor | undefined>(undefined);

export function useTable(): TableEditor {
  const editor = useContext(TableContext);
  if (!editor) throw new Error('no table around this');
  return editor;
}
