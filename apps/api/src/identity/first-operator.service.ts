/** Owns the start of an installation that no operator can sign in to: one is invited, by a link printed once. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { isDuplicate } from '../database/driver-error.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ENVIRONMENT, type Environment } from '../env/environment.js';
import { Refusal } from '../refusal.js';
import type { StoredAccount } from './account.js';
import { AccountRepository } from './account.repository.js';
import { OperatorInvitation } from './operator-invitation.service.js';

/** What the operator is called where nobody says otherwise. */
export const OPERATOR = 'operator';

@Injectable()
export class FirstOperator {
  private readonly logger = new Logger('Accounts');

  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(OperatorInvitation) private readonly invitation: OperatorInvitation,
  ) {}

  /** The path of the one-time link, while no operator can sign in; there is never a default password. */
  async invite(): Promise<string | null> {
    const operators = await this.unitOfWork.run((transaction) => this.accounts.keepers(transaction));
    if (operators.some((each) => this.isUsable(each))) return null;
    try {
      return await this.invitation.invite(OPERATOR);
    } catch (error) {
      // Another server was faster and prints the link.
      if (isDuplicate(error) || (error instanceof Refusal && error.kind === 'stale')) return null;
      if (!(error instanceof Refusal)) throw error;
      this.logger.error(`${error.text.zh} / ${error.text.en}`);
      return null;
    }
  }

  private isUsable({ disabled, passwordHash, person }: StoredAccount): boolean {
    return !disabled && (passwordHash !== null || (person !== null && this.environment.singleSignOn !== null));
  }
}
