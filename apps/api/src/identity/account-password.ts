/** Owns the password of an account over time: the present one, those before it, and when it has to be changed. */
import type { StoredAccount } from './account.js';
import { passwordFits } from './password.js';

/** Earlier passwords that are kept: as many as the strictest rules regard. */
const MOST_KEPT = 5;

const DAY = 24 * 3600_000;

/** With a new password: the link and wrong tries are spent. */
export const withPassword = (account: StoredAccount, passwordHash: string, now: Date): StoredAccount => ({
  ...withoutPassword(account),
  passwordHash,
  passwordSince: now.toISOString(),
  invitation: null,
  invitationEnds: null,
});

/** Without any, until its holder chooses one. */
export const withoutPassword = (account: StoredAccount): StoredAccount => ({
  ...account,
  passwordHash: null,
  passwordSince: null,
  earlierPasswords: passwordsOf(account).slice(0, MOST_KEPT),
  failures: 0,
  lockedUntil: null,
});

/** Whether a password is one of so many last ones. */
export async function usedBefore(account: StoredAccount, password: string, remembered: number): Promise<boolean> {
  const fits = passwordsOf(account)
    .slice(0, remembered)
    .map((each) => passwordFits(each, password));
  return (await Promise.all(fits)).includes(true);
}

/** Whether a password that holds for so many days had to be changed by then. Of what age it is may not be known. */
export const hasExpired = ({ passwordSince }: StoredAccount, days: number | null, then: Date): boolean =>
  days !== null && (passwordSince === null || then.getTime() - Date.parse(passwordSince) >= days * DAY);

const passwordsOf = ({ passwordHash, earlierPasswords }: StoredAccount): string[] => [
  ...(passwordHash === null ? [] : [passwordHash]),
  ...earlierPasswords,
];
