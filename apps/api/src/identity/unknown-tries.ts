/** Owns counting tries under names that nobody has, as those of accounts are counted: a lock tells nobody who has one. */

/** Names that are remembered; whoever tries more of them makes room by the oldest. */
const MOST_NAMES = 5_000;

interface Tries {
  readonly failures: number;
  readonly lockedUntil: number;
}

export class UnknownTries {
  private readonly names = new Map<string, Tries>();

  constructor(
    private readonly mostFailures: number,
    private readonly lockedFor: number,
  ) {}

  /** Counts a try; false where the name is locked. */
  count(name: string, now: Date): boolean {
    const known = this.names.get(name);
    const at = now.getTime();
    if (known && known.lockedUntil > at) return false;
    const failures = known && known.lockedUntil === 0 ? known.failures + 1 : 1;
    this.names.delete(name);
    this.names.set(name, { failures, lockedUntil: failures < this.mostFailures ? 0 : at + this.lockedFor });
    for (const oldest of this.names.keys()) if (this.names.size > MOST_NAMES) this.names.delete(oldest);
    return true;
  }
}
