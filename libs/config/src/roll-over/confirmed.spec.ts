import { describe, expect, it } from '@jest/globals';
import { standardDocuments } from '../fixture/tiny-edition.js';
import { confirmedStill, itemsOf, rollOverProgress } from '../index.js';

const rooms = 'rules/town/library/2020/rooms.json';
const all = itemsOf(standardDocuments()).map(({ key }) => key);

/** What is still confirmed of everything where the documents were edited. */
function without(edit: (documents: Record<string, any>) => void): string[] {
  const documents = standardDocuments();
  edit(documents);
  const still = confirmedStill(all, standardDocuments(), documents);
  return all.filter((key) => !still.includes(key));
}

describe('What was confirmed', () => {
  it('stays so where nothing of it changed', () => {
    expect(without(({ [rooms]: { indicators } }) => indicators.push({ id: 'more', lines: [] }))).toEqual([]);
    expect(
      without(({ [rooms]: category }) => Object.assign(category, { indicators: [...category.indicators] })),
    ).toEqual([]);
  });

  it('does not where it says something else, whatever stands in it', () => {
    expect(
      without(({ [rooms]: { indicators } }) => {
        indicators[0].lines[0].points = 9;
      }),
    ).toEqual(['line:furnishing']);
  });

  it('does not where a formula or a named condition that it reads means something else', () => {
    const facts = 'rules/town/library/2020/facts.json';
    const documents = (formula: string) => {
      const all = standardDocuments();
      const [first] = (all[rooms] as any).indicators[0].lines[0].rules;
      first.conditions = { all: [{ fact: 'twice', operator: 'greaterThan', value: 0 }] };
      all[facts] = {
        facts: [
          { id: 'once', title: { zh: '一' }, formula },
          { id: 'twice', title: { zh: '二' }, formula: 'once*2' },
        ],
      };
      return [all, `rule:${first.id}`] as const;
    };
    const [[before, rule], [after]] = [documents('1+0'), documents('2-1')];
    const keys = itemsOf(before).map(({ key }) => key);
    expect(keys.filter((key) => !confirmedStill(keys, before, after).includes(key))).toEqual([rule]);
    const { items } = rollOverProgress(before, after, keys);
    expect(items.filter(({ state }) => state !== 'confirmed').map(({ key, state }) => [key, state])).toEqual([
      [rule, 'changed'],
    ]);
  });

  it('does not where it is gone or stands elsewhere', () => {
    expect(without(({ [rooms]: { indicators } }) => indicators[0].lines.pop())).toEqual([
      'line:furnishing',
      'rule:thing-missing',
    ]);
    const moved = without(({ [rooms]: { indicators } }) =>
      indicators.push({ id: 'other', lines: [indicators[0].lines.pop()] }),
    );
    expect(moved).toEqual(['line:furnishing']);
  });

  it('is nothing that neither side has', () => {
    expect(confirmedStill(['line:none'], standardDocuments(), standardDocuments())).toEqual([]);
  });
});
