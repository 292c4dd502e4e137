import { describe, expect, it } from '@jest/globals';
import { type BaseFact, type FormatId, formats } from '@yimen/config';
import { regionOfQuestion } from './examples.js';

const cuts = (read: string[]) => ({
  constants: new Map(),
  computed: new Set<string>(),
  read: new Set(read),
  numbers: [],
});
const question = (format: FormatId) => ({ id: 'x', type: { kind: 'text' }, format }) as BaseFact;

describe('the region of a question with a format', () => {
  it.each(Object.keys(formats) as FormatId[])('is a text that has it, where no rule reads it: %s', (format) => {
    const { answers, complete } = regionOfQuestion(question(format), cuts([]));
    expect(answers.map((answer) => formats[format].check(answer as string))).toEqual([true]);
    expect(complete).toBe(true);
  });

  it('is of areas alone, those that rules name and two others, where a rule reads it', () => {
    const named = { ...cuts(['x']), constants: new Map([['x', new Set(['lingling', 'anywhere', '零陵'])]]) };
    expect(regionOfQuestion(question('area'), named).answers).toEqual([
      'anywhere-x',
      'elsewhere',
      'lingling',
      'anywhere',
    ]);
  });

  it('is that of any text where a rule reads it', () => {
    expect(regionOfQuestion(question('phone'), cuts(['x'])).answers).toEqual(['—', '——']);
  });
});
