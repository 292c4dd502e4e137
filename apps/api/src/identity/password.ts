/** Owns hashing passwords with argon2id, and telling whether one fits. */
import { hash, verify } from '@node-rs/argon2';
import { inTurn } from './hashing-queue.js';

/** OWASP's recommendation for argon2id, the library's default algorithm: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

/** A hash of nothing anybody knows: an unknown name takes as long as a wrong password. */
let decoy: Promise<string> | undefined;

export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash(crypto.randomUUID(), cost);
  const wanted = stored ?? (await decoy);
  const fits = await inTurn(() => verify(wanted, password));
  return fits && stored !== null;
}
