/** Owns why signing in through an identity provider came to nothing; apart from schemas, which the door does not need. */
export const signInProblems = [
  'provider-unavailable',
  'provider-declined',
  'provider-failed',
  'sign-in-expired',
  'unlinked-person',
  'account-disabled',
] as const;
export type SignInProblem = (typeof signInProblems)[number];
