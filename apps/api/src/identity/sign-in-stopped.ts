/** Owns the end of a sign-in through the provider that opens no session: people are told on the sign-in page. */
import type { SignInProblem } from '@yimen/contracts';

export class SignInStopped extends Error {
  constructor(
    readonly problem: SignInProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options);
    this.name = 'SignInStopped';
  }
}
