/** Owns the sentences of all lines: made when typing rests, with one context for all of them. */
import type { LocalizedText } from '@yimen/config';
import { contextOf, describeLine, type LineDeclaration, linesIn } from '@yimen/engine/editing';
import { useDeferredValue, useMemo } from 'react';
import { useDraft } from '../draft/draft-context';

const none: readonly LocalizedText[] = [];

/** What is left of a line's description without its first sentence, which only repeats the points. */
export function useSentences(): (line: string) => readonly LocalizedText[] {
  const { documents, edition } = useDraft();
  const settled = useDeferredValue(documents);
  const sentences = useMemo(() => {
    const lines = edition ? linesIn(settled, edition.id).map(({ line }) => line) : [];
    const [first] = lines;
    if (!edition || !first) return new Map<string, readonly LocalizedText[]>();
    const context = contextOf(settled, edition, first);
    return new Map(lines.map((line) => [line.id, told(line, describeLine(line, { ...context, line }))] as const));
  }, [settled, edition]);
  return (line) => sentences.get(line) ?? none;
}

const told = ({ starts }: LineDeclaration, sentences: readonly LocalizedText[]): readonly LocalizedText[] =>
  starts === 'full' ? sentences.slice(1) : sentences;
