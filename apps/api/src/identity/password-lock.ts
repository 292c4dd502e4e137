/** Owns the lock after wrong passwords: how many, for how long, and how it is told. */
import { TooOften } from '../refusal.js';
import type { StoredAccount } from './account.js';

/** Wrong passwords that lock an account, and for how long. */
const MOST_FAILURES = 5;
const LOCKED_FOR = 15 * 60_000;

export type Tries = Pick<StoredAccount, 'failures' | 'lockedUntil'>;

export const untried: Tries = { failures: 0, lockedUntil: null };

/** With one more try; refused while it is locked. The first after a lock is the first again. */
export function counted({ failures: before, lockedUntil: until }: Tries, now: Date): Tries {
  if (until !== null && until > now.toISOString()) throw locked(Date.parse(until) - now.getTime());
  const failures = until === null ? before + 1 : 1;
  const lockedUntil = failures < MOST_FAILURES ? null : new Date(now.getTime() + LOCKED_FOR).toISOString();
  return { failures, lockedUntil };
}

const locked = (left: number): TooOften =>
  new TooOften('account-locked', Math.ceil(left / 1000), {
    zh: '密码连续输错，账号已锁定 15 分钟，请稍后再试',
    en: 'Too many wrong passwords: the account is locked for 15 minutes; try again later',
  });
