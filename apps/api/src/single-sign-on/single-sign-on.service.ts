/** Owns a sign-in through the provider from the first click to the session. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { ProviderAnswer, SignInProblem } from '@yimen/contracts';
import { UnitOfWork } from '../database/unit-of-work.js';
import { LinkedSignIn } from '../identity/linked-sign-in.service.js';
import { SignInStopped } from '../identity/sign-in-stopped.js';
import { hashToken } from '../identity/token.js';
import { FIRST_PAGE, ownPage, withProblem } from './own-page.js';
import { PendingSignInRepository, type StoredPending } from './pending-sign-in.repository.js';
import { newSecrets, Provider } from './provider.service.js';

/** Seconds in which somebody has to come back from the provider. */
export const UNDER_WAY = 600;

/** Where a browser goes on, and the token of the session it has from then on. */
export interface Passage {
  readonly url: string;
  readonly token?: string;
}

@Injectable()
export class SingleSignOn {
  private readonly logger = new Logger('SingleSignOn');

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PendingSignInRepository) private readonly pending: PendingSignInRepository,
    @Inject(Provider) private readonly provider: Provider,
    @Inject(LinkedSignIn) private readonly linked: LinkedSignIn,
  ) {}

  /** Sends a browser, known by a token of its own, to the provider. */
  async begin(browser: string, asked: string | undefined, now = new Date()): Promise<Passage> {
    const page = ownPage(asked);
    try {
      const { state, nonce, verifier } = newSecrets();
      const url = await this.provider.door({ state, nonce, verifier });
      const endsAt = new Date(now.getTime() + UNDER_WAY * 1000).toISOString();
      const row = { id: hashToken(state), browser: hashToken(browser), nonce, verifier, page, endsAt };
      await this.unitOfWork.run(async (transaction) => {
        await this.pending.sweep(transaction, now.toISOString());
        await this.pending.insert(transaction, row);
      });
      return { url };
    } catch (error) {
      return { url: withProblem(page, this.problemOf(error)) };
    }
  }

  /** Takes the provider's answer, with the query it came with: a session, or the sign-in page with a problem. */
  async finish(
    browser: string | undefined,
    { state }: ProviderAnswer,
    query: string,
    now = new Date(),
  ): Promise<Passage> {
    let page = FIRST_PAGE;
    try {
      if (browser === undefined || state === undefined) throw new SignInStopped('sign-in-expired');
      const pending = await this.take(state, browser, now);
      page = pending.page;
      const person = await this.provider.personBy(query, { ...pending, state });
      const { token } = await this.linked.open(person, now);
      return { url: page, token };
    } catch (error) {
      return { url: withProblem(page, this.problemOf(error)) };
    }
  }

  /** Sends a browser that was signed out here to the provider's own exit. */
  async leave(): Promise<Passage> {
    try {
      return { url: (await this.provider.exit()) ?? FIRST_PAGE };
    } catch (error) {
      this.problemOf(error);
      return { url: FIRST_PAGE };
    }
  }

  private async take(state: string, browser: string, now: Date): Promise<StoredPending> {
    const taken = await this.unitOfWork.run((transaction) =>
      this.pending.take(transaction, hashToken(state), hashToken(browser)),
    );
    if (!taken || taken.endsAt < now.toISOString()) throw new SignInStopped('sign-in-expired');
    return taken;
  }

  /** What people are told; what only an operator can mend is logged. */
  private problemOf(error: unknown): SignInProblem {
    const problem = error instanceof SignInStopped ? error.problem : 'provider-failed';
    const cause = error instanceof SignInStopped ? error.cause : error;
    if (cause !== undefined && problem !== 'provider-declined') this.logger.error(`${problem}: ${told(cause)}`);
    return problem;
  }
}

/** An error with its causes in words; the rest of them may hold codes and tokens. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { message, cause, error: code = '', error_description: text = '' } = error as Error & Record<string, unknown>;
  return [message, code, text, told(cause)].filter((each) => each !== '').join(': ');
}
