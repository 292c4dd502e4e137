import { describe, expect, it } from '@jest/globals';
import { named, namesIn } from './names.js';

const text = (zh: string, en: string) => ({ zh, en });
const names = namesIn({
  'rules/x/rooms.json': {
    id: 'rooms',
    title: text('设施', 'Rooms'),
    rules: [{ id: 'lamp-missing', reason: text('缺{COUNT(lamps)}盏', '{COUNT(lamps)} missing') }],
  },
  'forms/x/visit.json': {
    schema: { properties: { lamps: { title: '灯' } } },
    texts: { lamps: { en: { title: 'Lamps' } } },
  },
});

describe('Names for ids in messages', () => {
  it('stand where an id is quoted, a rule by its reason', () => {
    const message = text('规则“lamp-missing”用到“lamps”', 'The rule "lamp-missing" reads "lamps"');
    expect(named(message, names)).toEqual(text('规则“缺…盏”用到“灯”', 'The rule "… missing" reads "灯"'));
  });

  it('stand in a list behind a colon', () => {
    expect(named(text('同时成立：rooms、lamps', ''), names).zh).toBe('同时成立：设施、灯');
  });

  it('leave what is no id, or not known, as it is', () => {
    const message = text('应是其中之一：rooms 与“other”', 'one of rooms, "other"');
    expect(named(message, names)).toEqual(message);
  });
});
