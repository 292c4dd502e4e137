import { describe, expect, it } from '@jest/globals';
import type { Area, AreaLevel } from '@yimen/contracts';
import { treeOf } from '../areas/area-tree';
import { narrowed, type OfferedArea, offeredAreas } from './area-offer';

const area = (id: string, parent: string | null, level: AreaLevel, more: Partial<Area> = {}): Area => ({
  ...{ id, parent, level, type: 'town' as const, name: { zh: id, en: id }, codes: [] },
  ...{ opened: null, closed: null, mergedInto: null },
  ...more,
});
const tree = treeOf([
  area('city', null, 'city', { codes: [{ code: '431100', from: null, until: null }] }),
  area('east', 'city', 'county', { name: { zh: '东区', en: 'East' } }),
  area('dock', 'east', 'township'),
  area('pier', 'dock', 'community', { codes: [{ code: '431103001', from: null, until: null }] }),
  area('mill', 'east', 'township', { closed: '2020-01-01' }),
  area('farm', 'east', 'township', { closed: '2030-01-01' }),
  area('west', 'city', 'county', { name: { zh: '西区', en: 'West' } }),
]);

const offered = (...levels: AreaLevel[]) => offeredAreas(tree, { levels, day: '2025-05-05', language: 'zh' });
const drawn = (areas: readonly OfferedArea[]): unknown[] =>
  areas.map(({ id, allowed, children }) => [allowed ? id : `(${id})`, ...drawn(children ?? [])]);
const left = (words: string, ...levels: AreaLevel[]) => drawn(narrowed(offered(...levels), words).areas);

describe('The areas that a question offers', () => {
  it('are those of its levels, with what only leads there, and no branch that leads nowhere', () => {
    expect(drawn(offered('township'))).toEqual([['(city)', ['(east)', ['dock'], ['farm']]]]);
    expect(drawn(offered('county', 'community'))).toEqual([['(city)', ['east', ['(dock)', ['pier']]], ['west']]]);
  });

  it('are not closed on the day', () => {
    expect(JSON.stringify(offered('township'))).not.toContain('mill');
  });

  it('are called by the way to them', () => {
    expect(offered('county')[0]?.children?.[0]?.path).toBe('city / 东区');
  });
});

describe('A search among them', () => {
  it('finds by names in either language and by the beginning of a code', () => {
    expect(left('西', 'county')).toEqual([['(city)', ['west']]]);
    expect(left('WEST', 'county')).toEqual([['(city)', ['west']]]);
    expect(left('431103', 'township', 'community')).toEqual([['(city)', ['(east)', ['dock', ['pier']]]]]);
    expect(left('103', 'community')).toEqual([]);
  });

  it('finds what stands below a name, and takes the words of a whole way', () => {
    expect(left('东区', 'township')).toEqual([['(city)', ['(east)', ['dock'], ['farm']]]]);
    expect(left('东 / dock', 'township')).toEqual([['(city)', ['(east)', ['dock']]]]);
  });

  it('unfolds the way to every hit, and leaves what is below folded', () => {
    expect(narrowed(offered('township', 'community'), '东区').unfolded).toEqual(['city']);
    expect([...narrowed(offered('community'), 'pier').unfolded].sort()).toEqual(['city', 'dock', 'east']);
  });
});
