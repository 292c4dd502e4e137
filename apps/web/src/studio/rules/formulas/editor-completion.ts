/** Owns the list that the editor opens while somebody writes. */
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
} from '@codemirror/autocomplete';
import { type Extension, Facet } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { writingFacet } from './editor-marks';
import { type Suggestion, suggestionsAt } from './suggest';

/** The words beside a suggestion. */
export interface SuggestionWords {
  readonly detail: (suggestion: Suggestion) => string;
  readonly info: (suggestion: Suggestion) => string | undefined;
}

export const wordsFacet = Facet.define<SuggestionWords, SuggestionWords | undefined>({ combine: ([words]) => words });

function offer({ state, pos, explicit }: CompletionContext): CompletionResult | null {
  const writing = state.facet(writingFacet);
  const words = state.facet(wordsFacet);
  const found = writing && suggestionsAt(state.doc.toString(), pos, writing);
  if (!found || !words || found.options.length === 0) return null;
  // Unasked, nothing is offered where nothing was begun, but for what only a few names can fill.
  const few = found.options.every(({ kind }) => kind === 'list' || kind === 'column' || kind === 'choice');
  if (!explicit && found.from === pos && !few && found.options[0]?.kind !== 'choice') return null;
  const options = found.options.map((option) => completionOf(option, words, writing.language));
  // While the list is open it follows every letter at once, so that Enter takes what is seen.
  return {
    from: found.from,
    to: found.to,
    options,
    filter: false,
    update: (_result, _from, _to, context) => offer(context),
  };
}

function completionOf(option: Suggestion, words: SuggestionWords, language: 'zh' | 'en'): Completion {
  const info = words.info(option);
  const called = option.kind === 'function';
  return {
    label: called ? option.id : option.title[language],
    detail: words.detail(option),
    type: option.kind,
    apply: (view, completion, from, to) => apply(view, completion, option, from, to),
    ...(info === undefined ? {} : { info }),
  };
}

function apply(view: EditorView, completion: Completion, option: Suggestion, from: number, to: number): void {
  view.dispatch({
    changes: { from, to, insert: option.insert },
    selection: { anchor: from + option.cursor },
    annotations: pickedCompletion.of(completion),
    userEvent: 'input.complete',
  });
}

export const completion: Extension = autocompletion({
  override: [offer],
  icons: false,
  // Enter does nothing else here, so nothing is taken that was not meant.
  interactionDelay: 0,
  activateOnCompletion: ({ type }) => type === 'function',
});
