import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

const soon = () => new Promise((resolve) => setTimeout(resolve, 1));

describe('Turns', () => {
  it('do so many at once, the others in the order in which they came', async () => {
    const turns = new Turns(2);
    const begun: number[] = [];
    let [busy, most] = [0, 0];
    const work = (number: number) => async () => {
      begun.push(number);
      busy += 1;
      most = Math.max(most, busy);
      await soon();
      busy -= 1;
      return number;
    };
    const numbers = Array.from({ length: 9 }, (_, index) => index);
    expect(await Promise.all(numbers.map((number) => turns.run(work(number))))).toEqual(numbers);
    expect([begun, most]).toEqual([numbers, 2]);
  });

  it('are given back by work that fails', async () => {
    const turns = new Turns(1);
    const failing = [1, 2, 3].map(() => turns.run(() => Promise.reject(new Error('no'))));
    expect((await Promise.allSettled(failing)).every(({ status }) => status === 'rejected')).toBe(true);
    expect(await turns.run(async () => 'done')).toBe('done');
  });
});
