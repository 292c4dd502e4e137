/** Owns the sentences of all lines: made when typing rests, and only for lines that say something else than before. */
import { type Edition, kindOfContent, kindOfPath, type LocalizedText } from '@yimen/config';
import {
  type AreaNames,
  contextOf,
  describeLine,
  type LineDeclaration,
  linesIn,
  type MethodContext,
} from '@yimen/engine/editing';
import { useDeferredValue, useRef } from 'react';
import { useDraft } from '../draft/draft-context';
import type { Documents } from '../draft/draft-state';
import { useNamesOfAnswers } from '../draft/use-names-of-answers';

type Sentences = readonly LocalizedText[];

interface Made {
  /** What the words of every line depend on. */
  readonly words: readonly unknown[];
  readonly lines: WeakMap<LineDeclaration, Sentences>;
  /** What was asked for last, and what it came to. */
  readonly documents: Documents | undefined;
  readonly byId: ReadonlyMap<string, Sentences>;
}

const none: Sentences = [];
const nothing: Made = { words: [], lines: new WeakMap(), documents: undefined, byId: new Map() };

/** What a line's description says but for a first sentence that only repeats its points. */
export function useSentences(): (line: string) => Sentences {
  const { documents, edition } = useDraft();
  const settled = useDeferredValue(documents);
  const made = useRef(nothing);
  const areas = useNamesOfAnswers(settled);
  if (edition) made.current = madeOf(made.current, settled, edition, areas);
  const { byId } = made.current;
  return (line) => byId.get(line) ?? none;
}

function madeOf(last: Made, documents: Documents, edition: Edition, areas: AreaNames | undefined): Made {
  const words = [...wordsBehind(documents, edition), areas];
  const same = words.length === last.words.length && words.every((each, at) => each === last.words[at]);
  if (same && last.documents === documents) return last;
  const lines = same ? last.lines : new WeakMap<LineDeclaration, Sentences>();
  let context: MethodContext | undefined;
  const byId = new Map<string, Sentences>();
  for (const { line } of linesIn(documents, edition.id)) {
    let sentences = lines.get(line);
    if (!sentences) {
      context ??= contextOf(documents, edition, line, areas);
      sentences = told(line, describeLine(line, { ...context, line }));
      lines.set(line, sentences);
    }
    byId.set(line.id, sentences);
  }
  return { words, lines, documents, byId };
}

/** Everything but categories and cases, as it is written and as it was last read. */
const wordsBehind = (documents: Documents, edition: Edition): unknown[] =>
  Object.keys(documents).flatMap((path) => {
    const kind = kindOfPath(path) ?? kindOfContent(documents[path]);
    const told = kind === 'form' || kind === 'lists' || kind === 'facts' || kind === 'conditions';
    return told ? [documents[path], edition.documents[path]] : [];
  });

const told = ({ starts }: LineDeclaration, sentences: Sentences): Sentences =>
  starts === 'full' ? sentences.slice(1) : sentences;
