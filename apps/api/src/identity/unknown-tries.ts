/**
 * Owns counting the tries under names that nobody has, exactly as those of an account are counted, so that no lock tells
 * which names exist. Each process counts for itself, and forgets whom it has not met for longest.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { counted, type Tries, untried } from './password-lock.js';

/** Names that are remembered. To have one forgotten somebody has to try as many others, a few at once. */
const MOST_NAMES = 5000;

export class UnknownTries {
  /** What is typed as a name may be a password: only what this process alone can compute of it is remembered. */
  private readonly secret = randomBytes(32);
  private readonly names = new Map<string, Tries>();

  constructor(private readonly most = MOST_NAMES) {}

  /** Counts a try; refused while the name is locked. */
  count(name: string, now: Date): void {
    const key = createHmac('sha256', this.secret).update(name).digest('base64');
    const next = counted(this.names.get(key) ?? untried, now);
    // Set anew it is the one met last: the first is the one to forget.
    this.names.delete(key);
    this.names.set(key, next);
    if (this.names.size > this.most) this.names.delete(this.names.keys().next().value ?? key);
  }
}
