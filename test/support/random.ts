/** Owns numbers that look random and come again for the same seed, which `YIMEN_SEED` sets. */

/** Numbers from 0 up to 1 (mulberry32). */
export type Random = () => number;

/** A source whose seed is told, so that a failure can be repeated. */
export function seededRandom(what: string): Random {
  let state = Number(process.env.YIMEN_SEED ?? Date.now() % 2 ** 31);
  process.stderr.write(`${what}: YIMEN_SEED=${state}\n`);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
