import { describe, expect, it } from '@jest/globals';
import type { Area } from '@yimen/contracts';
import { codeOn, pathTo, search, treeOf } from './area-tree';

const area = (id: string, parent: string | null, more: Partial<Area> = {}): Area => ({
  id,
  parent,
  type: 'town',
  level: 'township',
  name: { zh: id, en: id },
  codes: [],
  opened: null,
  closed: null,
  mergedInto: null,
  ...more,
});
const code = { code: '431121', from: null, until: '2021-01-19' };
const tree = treeOf([
  area('city', null),
  area('east', 'city', { codes: [code, { code: '431181', from: '2021-01-20', until: null }] }),
  area('harbour', 'east'),
  area('hill', 'east', { closed: '2020-01-01' }),
  area('west', 'city', { name: { zh: '西区', en: 'West' } }),
]);
const ids = (nodes: readonly { area: Area; children?: readonly any[] }[]): unknown[] =>
  nodes.map((node) => (node.children ? [node.area.id, ids(node.children)] : node.area.id));

describe('The tree on screen', () => {
  it('counts what is below and not closed, on all levels', () => {
    expect(tree.tops.map(({ below }) => below)).toEqual([3]);
    expect(tree.nodes.get('east')?.below).toBe(1);
  });

  it('knows the way to an area', () => {
    expect(pathTo(tree.nodes.get('harbour')).map(({ id }) => id)).toEqual(['city', 'east', 'harbour']);
    expect(pathTo(undefined)).toEqual([]);
  });

  it('finds by names and codes, old ones too, and keeps what is above', () => {
    expect(ids(search(tree, 'HARB', false, 9).tops)).toEqual([['city', [['east', ['harbour']]]]]);
    expect(ids(search(tree, '西', false, 9).tops)).toEqual([['city', ['west']]]);
    expect(search(tree, '431121', false, 9).unfolded).toEqual(['city']);
    expect(search(tree, 'nothing', false, 9)).toEqual({ tops: [], unfolded: [], hits: 0 });
  });

  it('shows closed ones when asked to, and no more than so many', () => {
    expect(ids(search(tree, '', false, 9).tops)).toEqual([['city', [['east', ['harbour']], 'west']]]);
    expect(ids(search(tree, '', true, 9).tops)).toEqual([['city', [['east', ['harbour', 'hill']], 'west']]]);
    expect(search(tree, '', true, 2)).toMatchObject({ hits: 5 });
    expect(ids(search(tree, '', true, 2).tops)).toEqual([['city', ['east']]]);
  });

  it('knows the code of a day', () => {
    const east = tree.nodes.get('east')?.area as Area;
    expect([codeOn(east, '2021-01-19'), codeOn(east, '2021-01-20')]).toEqual(['431121', '431181']);
    expect(codeOn({ codes: [] }, '2021-01-20')).toBeUndefined();
  });
});
