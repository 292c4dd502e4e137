/** Owns reading the audit trail, within the areas of who reads it. */
import { Inject, Injectable } from '@nestjs/common';
import type { AuditPage, AuditQuery } from '@yimen/contracts';
import { AreasService } from '../areas/areas.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { cursorOf, numberOf } from '../http/cursor.js';
import { type Actor, areasFor } from '../identity/account.js';
import { startOfDayInChina } from '../local-day.js';
import { AuditRepository } from './audit.repository.js';

const DAY = 24 * 3600_000;

@Injectable()
export class AuditBrowsing {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AuditRepository) private readonly entries: AuditRepository,
    @Inject(AreasService) private readonly areas: AreasService,
  ) {}

  /** Newest first. */
  async list({ account }: Actor, { cursor, limit, from, to, ...query }: AuditQuery): Promise<AuditPage> {
    const scope = await this.areas.pathsOf(areasFor(account, 'read-audit'));
    const filter = {
      ...query,
      scope,
      from: from && startOfDayInChina(from).toISOString(),
      until: to && new Date(startOfDayInChina(to).getTime() + DAY).toISOString(),
      before: cursor === undefined ? undefined : numberOf(cursor),
      limit: limit + 1,
    };
    const found = await this.unitOfWork.read((transaction) => this.entries.list(transaction, filter));
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items, next: last && found.length > limit ? cursorOf(last.sequence) : null };
  }
}
