import { describe, expect, it } from '@jest/globals';
import { trailOf } from './trail.js';

const text = (zh: string) => ({ zh, en: zh });
const documents = {
  'rules/a/b/2020/rooms.json': {
    title: text('设施'),
    indicators: [{ title: text('场所'), lines: [{ title: text('面积'), points: 3, rules: [{ id: 'r', event: {} }] }] }],
  },
  'forms/a/b/2020/visit.json': { title: text('走访'), schema: { properties: { open: { title: '开放' } } } },
  'rules/a/b/2020/cases/all.jsonl': [{ id: '第一个', expect: { total: 1 } }],
};
const at = (document: string, pointer: string) => trailOf({ document, pointer }, documents);

describe('The trail of a place', () => {
  it('is the titles on the way, and a word for what has none', () => {
    expect(at('rules/a/b/2020/rooms.json', '/indicators/0/lines/0/rules/0/event')).toEqual([
      { room: 'table' },
      { title: text('设施') },
      { title: text('场所') },
      { title: text('面积') },
      { part: 'rule', number: 1 },
      { part: 'consequence' },
    ]);
  });

  it('names questions and cases', () => {
    expect(at('forms/a/b/2020/visit.json', '/schema/properties/open/minimum').at(-1)).toEqual({ title: text('开放') });
    expect(at('rules/a/b/2020/cases/all.jsonl', '/0/expect/total')).toEqual([
      { room: 'cases' },
      { title: text('第一个') },
      { part: 'expected' },
    ]);
  });

  it('leads as far as there is something', () => {
    expect(at('rules/a/b/2020/gone.json', '/x/0')).toEqual([{ room: 'other' }]);
    expect(at('rules/a/b/2020/rooms.json', '/indicators/7/title')).toHaveLength(3);
  });
});
