/** Owns what an installation asks of passwords and sessions: sane rules, or those of MLPS level 3 (等保三级). */

export interface SignInRules {
  /** Fewest characters of a password. */
  readonly characters: number;
  /** Of how many kinds they are at least: capitals, small letters, digits, signs. */
  readonly kinds: number;
  /** From how many passwords a new one differs: the present one and those before it. */
  readonly remembered: number;
  /** Days after which a password must be changed; null where it may stay. */
  readonly days: number | null;
  /** Minutes without a request after which a session ends. */
  readonly idleMinutes: number;
}

export type SignInRulesName = 'standard' | 'mlps3';

/**
 * GB/T 22239-2019, 8.1.4.1 asks for complex passwords that are changed regularly, for a limit of failures and for an end
 * of idle sessions, without numbers: these are what assessors look for.
 */
export const signInRules: Readonly<Record<SignInRulesName, SignInRules>> = {
  standard: { characters: 10, kinds: 1, remembered: 1, days: null, idleMinutes: 30 },
  mlps3: { characters: 10, kinds: 3, remembered: 5, days: 90, idleMinutes: 15 },
};
