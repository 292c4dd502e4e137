/** Owns hashing passwords with argon2id, and telling whether one fits, a few at once. */
import { hash, verify } from '@node-rs/argon2';
import { Turns } from './turns.js';

/** OWASP's recommendation for argon2id, the library's default algorithm: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Half of Node's four threads: files, compression and names are looked up by the others, however many sign in. */
export const HASHED_AT_ONCE = 2;
const turns = new Turns(HASHED_AT_ONCE);

export const hashPassword = (password: string): Promise<string> => turns.run(() => hash(password, cost));

/** A hash of nothing anybody knows: an unknown name takes as long as a wrong password. */
let decoy: Promise<string> | undefined;

export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const known = stored ?? (await decoy);
  const fits = await turns.run(() => verify(known, password));
  return fits && stored !== null;
}
