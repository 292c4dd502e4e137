/** Owns whether the server takes work: its database answers, and nobody asked it to end. */
import { Inject, Injectable, ServiceUnavailableException } from '@nestjs/common';
import { DatabaseHealth } from './database-health.service.js';

@Injectable()
export class Readiness {
  private ending = false;

  constructor(@Inject(DatabaseHealth) private readonly database: DatabaseHealth) {}

  /** From now on the server is not ready, whatever its database says. */
  end(): void {
    this.ending = true;
  }

  async check(): Promise<void> {
    if (this.ending) throw new ServiceUnavailableException();
    await this.database.ping();
  }
}
