import { describe, expect, it } from '@jest/globals';
import { inTurn } from './hashing-queue.js';

describe('Passwords are hashed', () => {
  it('two at once, the others in the order of asking, and none beyond those that can wait', async () => {
    const begun: number[] = [];
    let [now, most] = [0, 0];
    const works = Array.from({ length: 110 }, (_, index) =>
      inTurn(async () => {
        begun.push(index);
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setImmediate(resolve));
        now -= 1;
        if (index === 3) throw new Error('no memory');
      }),
    );
    const results = await Promise.allSettled(works);
    const refused = results.flatMap((result, index) =>
      result.status === 'rejected' && result.reason.code === 'too-many-sign-ins' ? [index] : [],
    );
    expect(most).toBe(2);
    expect(begun).toEqual(Array.from({ length: 102 }, (_, index) => index));
    expect(refused).toEqual(Array.from({ length: 8 }, (_, index) => 102 + index));
    expect(results[3]).toMatchObject({ status: 'rejected', reason: { message: 'no memory' } });
    expect(await inTurn(async () => 'again')).toBe('again');
  });
});
