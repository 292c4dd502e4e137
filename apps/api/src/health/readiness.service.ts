/** Owns whether the server takes work: its database answers, nobody asked it to end; and whether files have a place. */
import { Inject, Injectable, ServiceUnavailableException } from '@nestjs/common';
import type { Ready } from '@yimen/contracts';
import { FileHealth } from '../files/file-health.service.js';
import { DatabaseHealth } from './database-health.service.js';

@Injectable()
export class Readiness {
  private ending = false;

  constructor(
    @Inject(DatabaseHealth) private readonly database: DatabaseHealth,
    @Inject(FileHealth) private readonly files: FileHealth,
  ) {}

  /** From now on the server is not ready, whatever its database says. */
  end(): void {
    this.ending = true;
  }

  /**
   * Without its database a server can do nothing and is not ready. Without the place of files, which all servers share,
   * it can do everything else: it says so and goes on.
   */
  async check(): Promise<Ready> {
    if (this.ending) throw new ServiceUnavailableException();
    const [takes] = await Promise.all([this.files.takes(), this.database.ping()]);
    return takes ? { status: 'ok', files: 'ok' } : { status: 'degraded', files: 'unavailable' };
  }
}
