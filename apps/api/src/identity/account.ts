/** Owns what an account is, and what its holder may do where. */
import { type Assignment, allows, type Permission } from '@yimen/contracts';

export interface StoredAccount {
  readonly id: string;
  /** What its holder signs in with. */
  readonly name: string;
  readonly title: string;
  /** Null until its holder chose a password. */
  readonly passwordHash: string | null;
  readonly assignments: readonly Assignment[];
  /** The area that holds all areas of its assignments; null for one made before accounts had areas. */
  readonly area: string | null;
  readonly disabled: boolean;
  /** Wrong passwords since the last right one. */
  readonly failures: number;
  /** ISO instant until which no password is looked at. */
  readonly lockedUntil: string | null;
  /** SHA-256 of the token of the one-time link, and the instant at which it ends. */
  readonly invitation: string | null;
  readonly invitationEnds: string | null;
  /** By what name the provider knows who may sign in through it. */
  readonly person: string | null;
  /** Who that was at the first sign-in: the provider and its unchanging id of them. */
  readonly issuer: string | null;
  readonly subject: string | null;
  /** One more with every change that somebody else makes of it. */
  readonly version: number;
  /** ISO instant since when its password holds; null where that is not known. */
  readonly passwordSince: string | null;
  /** Hashes of the passwords before it, the newest first. */
  readonly earlierPasswords: readonly string[];
}

/** How a session was opened. */
export type Through = 'password' | 'provider';

/** Whoever sends a request: an account with its session. */
export interface Actor {
  readonly account: StoredAccount;
  /** SHA-256 of the session's token. */
  readonly session: string;
  readonly csrf: string;
  readonly through: Through;
  /** Whether a new password must be chosen before anything else is done. */
  readonly passwordExpired: boolean;
}

export const mayDo = ({ assignments }: StoredAccount, permission: Permission): boolean =>
  allows(
    assignments.map(({ role }) => role),
    permission,
  );

/** The areas for which an account has a permission; each counts with everything below it. */
export const areasFor = (account: StoredAccount, permission: Permission): string[] =>
  mayDo(account, permission)
    ? account.assignments.filter(({ role }) => allows([role], permission)).map(({ area }) => area)
    : [];
