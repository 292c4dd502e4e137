/** Owns how the editor of formulas looks; its styles enter the page under the nonce of the page's policy. */
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** What the page's policy lets style tags in by. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

const look = EditorView.theme({
  '&': { backgroundColor: 'var(--paper)', borderRadius: '6px', border: '1px solid #b8c4ca', fontSize: '15px' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '1px', borderColor: 'var(--accent)' },
  '.cm-scroller': { fontFamily: 'var(--font)', lineHeight: '26px' },
  '.cm-content': { padding: '5px 0', minHeight: '36px', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 11px' },
  '.cm-placeholder': { color: 'var(--soft)' },
  '.cm-tooltip': { border: '1px solid var(--line)', borderRadius: '6px', boxShadow: 'var(--shadow)', zIndex: '1100' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--font)',
    fontSize: '15px',
    maxHeight: '320px',
    minWidth: '240px',
    maxWidth: 'min(480px, calc(100vw - 32px))',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: '16px',
    justifyContent: 'space-between',
    padding: '6px 12px',
    lineHeight: '1.4',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--accent)', color: '#fff' },
  '.cm-completionDetail': { fontStyle: 'normal', margin: '0', fontSize: '14px', color: 'var(--soft)' },
  '.cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail': { color: '#fff' },
  '.cm-tooltip.cm-completionInfo': { padding: '8px 12px', maxWidth: '320px', fontSize: '14px' },
});

export const appearance: Extension = [look, ...(nonce ? [EditorView.cspNonce.of(nonce)] : [])];
