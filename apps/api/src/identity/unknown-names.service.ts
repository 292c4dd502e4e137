/**
 * Owns writing down sign-ins under names that nobody has: the first at once, those of the next while together, so that
 * whoever tries names cannot make the trail grow without end.
 */
import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { IdentityTrail } from './identity-trail.service.js';

const WHILE = 10 * 60_000;

@Injectable()
export class UnknownNames implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Accounts');
  private unwritten = 0;
  private writtenAt = Number.NEGATIVE_INFINITY;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(IdentityTrail) private readonly trail: IdentityTrail,
  ) {}

  async tell(now: Date): Promise<void> {
    this.unwritten += 1;
    if (now.getTime() - this.writtenAt < WHILE) return;
    this.writtenAt = now.getTime();
    await this.write();
  }

  /** What is left is written when the server ends, where it still can be. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.unwritten === 0) return;
    await this.write().catch((error: unknown) => this.logger.warn(String(error)));
  }

  private async write(): Promise<void> {
    const times = this.unwritten;
    this.unwritten = 0;
    await this.unitOfWork.run(async (transaction) =>
      this.trail.record(transaction, null, 'sign-in-failed', undefined, times > 1 ? { times } : {}),
    );
  }
}
