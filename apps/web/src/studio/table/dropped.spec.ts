import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editionIn } from '../../../../../test/support/shipped.js';
import { dropped, stepped } from './dropped';
import { allParts, partsOf } from './parts';
import type { Hover } from './use-drag-place';

const { id, documents } = editionIn('yongzhou/acceptance/2014');
const partsIn = (of: typeof documents) => allParts(partsOf(of, id));
const keys = (of: typeof documents): string[] => partsIn(of).map(({ key }) => key);
const drag = (of: typeof documents, from: string, to: string, hover: Hover) =>
  dropped(of, id, { kind: from.split(':')[0] as 'line', key: from }, { key: to }, hover);

describe('Dropping parts of a standard', () => {
  it('puts a line before or behind another, in its own indicator and in others', () => {
    const before = keys(documents);
    const own = keys(drag(documents, 'line:jointMeetings', 'line:jointMeetingSystem', 'before'));
    expect(own.filter((key) => key.startsWith('line:joint'))).toEqual([
      'line:jointMeetings',
      'line:jointMeetingSystem',
    ]);
    const other = keys(drag(documents, 'line:jointMeetings', 'line:operation', 'behind'));
    expect(other.indexOf('line:jointMeetings')).toBe(other.indexOf('line:operation') + 1);
    expect(keys(drag(documents, 'line:jointMeetings', 'line:jointMeetingSystem', 'behind'))).toEqual(before);
  });

  it('puts lines into indicators, indicators into categories, and categories in another order', () => {
    const line = keys(drag(documents, 'line:jointMeetings', 'indicator:operation', 'inside'));
    expect(line.indexOf('line:jointMeetings')).toBe(line.indexOf('line:operation') + 1);
    const indicator = partsOf(drag(documents, 'indicator:operation', 'category:support', 'inside'), id);
    expect(indicator.find((each) => each.id === 'support')?.indicators.at(-1)?.id).toBe('operation');
    const category = partsOf(drag(documents, 'category:mechanism', 'category:organisation', 'before'), id);
    expect(category.map((each) => each.id)).toEqual(['mechanism', 'organisation', 'hardware', 'support']);
  });

  it('neither loses nor doubles anything, whatever is dropped where', () => {
    const all = keys(documents);
    const pick = fc.constantFrom(...all);
    const drops = fc.array(fc.tuple(pick, pick, fc.constantFrom<Hover>('before', 'behind', 'inside')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(drops, (list) => {
        const after = list.reduce((of, [from, to, hover]) => drag(of, from, to, hover), documents);
        expect(keys(after).sort()).toEqual([...all].sort());
      }),
    );
  });

  it('steps up and down again to where it was, and stays at the ends', () => {
    for (const { key } of partsIn(documents)) {
      const down = stepped(documents, id, key, 1);
      if (down !== documents) expect(keys(stepped(down, id, key, -1))).toEqual(keys(documents));
    }
    expect(stepped(documents, id, 'line:jointMeetingSystem', -1)).toBe(documents);
  });
});
