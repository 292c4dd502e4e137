/** Owns the addresses of the audit trail. */
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { type AuditPage, type AuditQuery, type AuditReport, auditQuery } from '@yimen/contracts';
import type { Actor } from '../identity/account.js';
import { Who } from '../identity/who.js';
import { AuditBrowsing } from './audit-browsing.service.js';
import { AuditVerification } from './audit-verification.service.js';

@Controller('api/v1/audit')
export class AuditController {
  constructor(
    @Inject(AuditBrowsing) private readonly trail: AuditBrowsing,
    @Inject(AuditVerification) private readonly verification: AuditVerification,
  ) {}

  @Get()
  list(@Who() actor: Actor, @Query({ schema: auditQuery }) query: AuditQuery): Promise<AuditPage> {
    return this.trail.list(actor, query);
  }

  @Get('report')
  report(): Promise<AuditReport> {
    return this.verification.run();
  }
}
