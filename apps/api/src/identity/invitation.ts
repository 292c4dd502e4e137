/** Owns one-time links, by which somebody chooses the password of an account, and accounts that wait for it. */
import { randomUUID } from 'node:crypto';
import type { StoredAccount } from './account.js';
import { hashToken, newToken } from './token.js';

/** A link is good for this long. */
const INVITED_FOR = 7 * 24 * 3600_000;

export interface Invitation {
  /** The page at which a password is chosen; the token stands behind `#`, which no server or proxy sees. */
  readonly link: string;
  /** What the account keeps of it. */
  readonly kept: { readonly invitation: string; readonly invitationEnds: string };
}

export function newInvitation(): Invitation {
  const token = newToken();
  const invitationEnds = new Date(Date.now() + INVITED_FOR).toISOString();
  return { link: `/welcome#${token}`, kept: { invitation: hashToken(token), invitationEnds } };
}

/** An account that waits for its holder, with no role yet. */
export const newAccount = (name: string, title: string, { kept }: Invitation): StoredAccount => ({
  id: randomUUID(),
  name,
  title,
  assignments: [],
  area: null,
  passwordHash: null,
  passwordSince: null,
  earlierPasswords: [],
  disabled: false,
  failures: 0,
  lockedUntil: null,
  person: null,
  issuer: null,
  subject: null,
  version: 1,
  ...kept,
});
