import { describe, expect, it } from '@jest/globals';
import { onTopOf } from './joined.js';

const [one, two] = ['category:one', 'category:two'];
const category = (id: string, text: string) => ({ id, title: { zh: text }, indicators: [] });
const documents = (first: string, second = 'b') => ({ one: category('one', first), two: category('two', second) });

/** What is on screen: the documents and what is confirmed of them, over what was stored. */
const screen = (now: object, confirmed: string[], was: string[]) => ({
  documents: now as Record<string, unknown>,
  confirmed,
  stored: { documents: documents('a'), confirmed: was, version: 3 },
});
const saved = () => {
  const stored = { documents: documents('a'), confirmed: [one], version: 3 };
  return { documents: stored.documents, confirmed: stored.confirmed, stored };
};

describe('What was changed here', () => {
  it('is nothing where everything is stored: theirs is shown as it is', () => {
    const theirs = { documents: documents('x'), confirmed: [], version: 4 };
    const { action, conflicts } = onTopOf(theirs, saved());
    expect(action.content.documents).toBe(theirs.documents);
    expect(action.content.confirmed).toBe(theirs.confirmed);
    expect([action.stored.version, conflicts]).toEqual([4, []]);
  });

  it('stands on top of theirs, and asks where both changed one place', () => {
    const theirs = { documents: documents('x'), confirmed: [], version: 4 };
    const apart = onTopOf(theirs, screen(documents('a', 'mine'), [], []));
    expect([apart.conflicts, apart.action.content.documents]).toEqual([[], documents('x', 'mine')]);
    const met = onTopOf(theirs, screen(documents('mine'), [], []));
    expect(met.conflicts).toHaveLength(1);
    const chosen = onTopOf(theirs, screen(documents('mine'), [], []), { [met.conflicts[0]?.key ?? '']: 'mine' });
    expect(chosen.action.content.documents).toEqual(documents('mine'));
  });

  it('does not confirm again what they unconfirmed', () => {
    const theirs = { documents: documents('x'), confirmed: [], version: 4 };
    const { confirmed } = onTopOf(theirs, screen(documents('a'), [one, two], [one])).action.content;
    expect(confirmed).toEqual([two]);
  });

  it('confirms nothing that reads otherwise by now, and keeps what was taken back', () => {
    const theirs = { documents: documents('x'), confirmed: [two], version: 4 };
    expect(onTopOf(theirs, screen(documents('a'), [one], [two])).action.content.confirmed).toEqual([]);
    expect(onTopOf(theirs, screen(documents('a'), [two], [])).action.content.confirmed).toEqual([two]);
  });
});
