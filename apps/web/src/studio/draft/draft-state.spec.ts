import { describe, expect, it } from '@jest/globals';
import type { Draft } from '@yimen/contracts';
import { begin, changedDocuments, type DraftState, isUnsaved, reduce } from './draft-state.js';

const draft = { documents: { a: { n: 0 } }, confirmed: [], version: 3 } as unknown as Draft;
const put = (n: number, at: number, label = 'n') =>
  ({ type: 'edit', label, at, edit: (c: DraftState) => ({ ...c, documents: { ...c.documents, a: { n } } }) }) as never;
const n = ({ documents }: DraftState): number => (documents.a as { n: number }).n;

describe('A draft on screen', () => {
  it('undoes what was typed at once as one step, and redoes it', () => {
    const typed = [put(1, 0), put(2, 500), put(3, 900), put(4, 9000)].reduce(reduce, begin(draft));
    const back = reduce(typed, { type: 'undo' });
    expect([n(typed), n(back), n(reduce(back, { type: 'undo' }))]).toEqual([4, 3, 0]);
    expect(n(reduce(back, { type: 'redo' }))).toBe(4);
    expect(n(reduce(reduce(back, put(7, 9500)), { type: 'redo' }))).toBe(7);
  });

  it('knows what is not stored yet', () => {
    const changed = reduce(begin(draft), put(1, 0));
    expect([isUnsaved(begin(draft)), isUnsaved(changed)]).toEqual([false, true]);
    const stored = reduce(changed, { type: 'stored', content: changed, version: 4 });
    expect([isUnsaved(stored), stored.stored.version]).toEqual([false, 4]);
  });

  it('leaves what was typed while it was stored unsaved', () => {
    const sent = reduce(begin(draft), put(1, 0));
    const later = reduce(reduce(sent, put(2, 5000)), { type: 'stored', content: sent, version: 4 });
    expect([isUnsaved(later), n(later)]).toEqual([true, 2]);
  });

  it('takes an edit that changes nothing for none', () => {
    const state = begin(draft);
    expect(reduce(state, { type: 'edit', label: '', at: 0, edit: (content) => content })).toBe(state);
  });

  it('names removed documents', () => {
    const kept = {};
    expect(changedDocuments({ a: kept, b: {} }, { a: kept, c: 1 })).toEqual({ b: null, c: 1 });
  });
});
