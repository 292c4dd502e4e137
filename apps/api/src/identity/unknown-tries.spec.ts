import { describe, expect, it } from '@jest/globals';
import { UnknownTries } from './unknown-tries.js';

const now = new Date('2014-06-01T08:00:00Z');
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const codeOf = (work: () => void): string => {
  try {
    work();
    return 'counted';
  } catch (error) {
    return String((error as { code?: string }).code);
  }
};

describe('Tries under names that nobody has', () => {
  it('lock the name after five, for 15 minutes, and no other', () => {
    const tries = new UnknownTries();
    const at = (name: string, minutes = 0) => codeOf(() => tries.count(name, after(minutes)));
    expect(Array.from({ length: 6 }, () => at('one'))).toEqual([...Array(5).fill('counted'), 'account-locked']);
    expect(at('two')).toBe('counted');
    expect(at('one', 14)).toBe('account-locked');
    expect(Array.from({ length: 6 }, () => at('one', 16))).toEqual([...Array(5).fill('counted'), 'account-locked']);
  });

  it('are forgotten where there are too many, those first that were met longest ago', () => {
    const tries = new UnknownTries(3);
    const at = (name: string) => codeOf(() => tries.count(name, now));
    for (let time = 0; time < 4; time += 1) at('old');
    for (const name of ['a', 'b']) at(name);
    expect(at('old')).toBe('counted');
    for (const name of ['c', 'd']) at(name);
    expect(at('old')).toBe('account-locked');
    for (const name of ['e', 'f', 'g']) at(name);
    expect(at('old')).toBe('counted');
  });
});
