/** Owns what the audit feature offers others: writing the trail, and checking it. */
import { Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module.js';
import { AuditRepository } from './audit.repository.js';
import { AuditTrail } from './audit-trail.service.js';
import { AuditVerification } from './audit-verification.service.js';

@Module({
  imports: [DatabaseModule],
  providers: [AuditTrail, AuditVerification, AuditRepository],
  exports: [AuditTrail, AuditVerification, AuditRepository],
})
export class AuditModule {}
