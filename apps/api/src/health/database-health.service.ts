/** Owns asking the database whether it answers. */
import { Inject, Injectable, ServiceUnavailableException } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';

@Injectable()
export class DatabaseHealth {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Resolves when the database answers; otherwise the service is unavailable, whatever the reason. */
  async ping(): Promise<void> {
    try {
      await this.unitOfWork.run((transaction) => transaction.query('SELECT 1'));
    } catch (error) {
      throw new ServiceUnavailableException(undefined, { cause: error });
    }
  }
}
