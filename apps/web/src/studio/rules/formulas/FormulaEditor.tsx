/** Owns the text box in which formulas are written. It comes in a chunk of its own. */
import { completionStatus, startCompletion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { Compartment, EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { completion, type SuggestionWords, wordsFacet } from './editor-completion';
import { drawnMarks, writingFacet } from './editor-marks';
import { appearance } from './editor-theme';
import { regionsOf, type Writing } from './writing';

export interface EditorHandle {
  /** Puts the cursor into the text and opens the list of what may stand there. */
  readonly suggest: () => void;
}

export interface FormulaEditorProps {
  readonly value: string;
  readonly writing: Writing;
  readonly words: SuggestionWords;
  /** What the list of suggestions is called. */
  readonly listLabel: string;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly readOnly: boolean;
  readonly hint: string;
  /** The language of the text, where it is not that of the page. */
  readonly lang?: string | undefined;
  readonly onChange: (value: string) => void;
  /** Where the cursor is; nowhere once it has left. */
  readonly onCursor: (position: number | undefined) => void;
  readonly ref?: Ref<EditorHandle>;
}

export default function FormulaEditor(props: FormulaEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const changing = useRef(new Compartment()).current;
  /** What was typed and has not come back as the value yet. */
  const sent = useRef<string[]>([]);
  useImperativeHandle(props.ref, () => ({ suggest: () => suggest(view.current, latest.current.writing) }), []);

  useEffect(() => {
    if (!host.current) return;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [fixed(latest, sent), changing.of(changeable(latest.current))],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [changing]);

  const { writing, words, listLabel, labelledBy, describedBy, invalid, readOnly, hint, lang } = props;
  useEffect(() => {
    view.current?.dispatch({ effects: changing.reconfigure(changeable(latest.current)) });
  }, [changing, writing, words, listLabel, labelledBy, describedBy, invalid, readOnly, hint, lang]);

  useEffect(() => {
    const editor = view.current;
    const echo = sent.current.indexOf(props.value);
    if (echo >= 0) sent.current.splice(0, echo + 1);
    else if (editor && editor.state.doc.toString() !== props.value)
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: props.value } });
  }, [props.value]);

  return <div ref={host} />;
}

/** In a text a formula needs its braces first. */
function suggest(editor: EditorView | undefined, writing: Writing): void {
  if (!editor) return;
  editor.focus();
  const { state } = editor;
  const { head } = state.selection.main;
  const inFormula = regionsOf(state.doc.toString(), writing.kind).some(
    ({ start, end }) => start <= head && head <= end,
  );
  if (!inFormula)
    editor.dispatch({
      changes: { from: head, insert: '{}' },
      selection: { anchor: head + 1 },
      userEvent: 'input.complete',
    });
  startCompletion(editor);
}

/** Enter takes what is offered and never breaks the line; Tab is left to the page. */
const keys: Extension = [
  Prec.high(keymap.of([{ key: 'Enter', run: () => true, shift: () => true }])),
  keymap.of([...historyKeymap, ...defaultKeymap.filter(({ key }) => !key?.includes('Alt') && !key?.includes('Enter'))]),
];

/** A pasted line break becomes a space. */
const oneLine = EditorState.transactionFilter.of((transaction) => {
  const { newDoc, startState, docChanged } = transaction;
  if (!docChanged || newDoc.lines <= startState.doc.lines) return transaction;
  const flat = newDoc.toString().replace(/\r?\n/gu, ' ');
  return [transaction, { changes: { from: 0, to: newDoc.length, insert: flat }, sequential: true }];
});

const fixed = (latest: { readonly current: FormulaEditorProps }, sent: { readonly current: string[] }): Extension => [
  appearance,
  history(),
  keys,
  oneLine,
  completion,
  drawnMarks,
  EditorView.lineWrapping,
  EditorView.updateListener.of(({ docChanged, selectionSet, focusChanged, state, view }) => {
    const { value, onChange, onCursor } = latest.current;
    const text = state.doc.toString();
    if (docChanged && text !== value) {
      sent.current.push(text);
      onChange(text);
    }
    if (docChanged || selectionSet || focusChanged) onCursor(view.hasFocus ? state.selection.main.head : undefined);
  }),
  // What closes the page's dialogs first closes the list.
  EditorView.domEventHandlers({
    keydown: (event, editor) => {
      if (event.key === 'Escape' && completionStatus(editor.state) !== null) event.stopPropagation();
      return false;
    },
  }),
];

const changeable = (props: FormulaEditorProps): Extension => [
  writingFacet.of(props.writing),
  wordsFacet.of(props.words),
  placeholder(props.hint),
  EditorState.phrases.of({ Completions: props.listLabel }),
  EditorState.readOnly.of(props.readOnly),
  EditorView.editable.of(!props.readOnly),
  EditorView.contentAttributes.of({
    'aria-labelledby': props.labelledBy,
    'aria-describedby': props.describedBy,
    'aria-invalid': String(props.invalid),
    'aria-multiline': 'false',
    ...(props.readOnly ? { 'aria-readonly': 'true', tabindex: '0' } : {}),
    ...(props.lang ? { lang: props.lang } : {}),
  }),
];
