import { describe, expect, it } from '@jest/globals';
import type { Area } from '@yimen/contracts';
import { sentences, type Words } from './area-history';

const words: Words = { language: 'zh', area: (id) => `<${id}>`, type: (type) => `(${type})` };
const area: Area = {
  id: 'a',
  parent: 'p',
  type: 'town',
  level: 'township',
  name: { zh: '旧名', en: 'Old' },
  codes: [{ code: '431121', from: null, until: null }],
  opened: null,
  closed: null,
  mergedInto: null,
};
const codes = [
  { code: '431121', from: null, until: '2021-01-19' },
  { code: '431181', from: '2021-01-20', until: null },
];
const told = (change: Partial<Area>, before: Area | null = area) =>
  sentences({ before, after: { ...area, ...change } }, words);

describe('What happened to an area', () => {
  it('began with its opening, or when it was entered', () => {
    expect(told({}, null)).toEqual([{ key: 'enteredBelow', after: '<p>' }]);
    expect(told({ opened: '2014-01-01', parent: null }, null)).toEqual([{ key: 'opened' }]);
  });

  it.each([
    [{ name: { zh: '新名', en: 'Old' } }, [{ key: 'renamed', before: '旧名', after: '新名' }]],
    [{ name: { zh: '旧名', en: 'New' } }, [{ key: 'english', before: 'Old', after: 'New' }]],
    [{ type: 'street' }, [{ key: 'retyped', before: '(town)', after: '(street)' }]],
    [{ parent: 'q' }, [{ key: 'moved', before: '<p>', after: '<q>' }]],
    [{ codes }, [{ key: 'recoded', before: '431121', after: '431181' }]],
    [{ codes: [{ code: '431121', from: '2014-01-01', until: null }] }, [{ key: 'codeDays' }]],
    [{ closed: '2020-01-01', codes: codes.slice(0, 1) }, [{ key: 'closed' }]],
    [{ closed: '2020-01-01', mergedInto: 'm' }, [{ key: 'merged', after: '<m>' }]],
    [{ opened: '2014-01-01' }, [{ key: 'openedOn', before: '—', after: '2014-01-01' }]],
    [{}, [{ key: 'edited' }]],
  ] as const)('is told: %j', (change, expected) => {
    expect(told(change as Partial<Area>)).toEqual(expected);
  });

  it('tells several things that became different at once', () => {
    expect(told({ parent: 'q', type: 'street' }).map(({ key }) => key)).toEqual(['retyped', 'moved']);
  });
});
