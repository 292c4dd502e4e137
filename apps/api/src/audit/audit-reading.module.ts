/** Owns what the addresses of the audit trail consist of. Writing comes before areas and accounts, reading after them. */
import { Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { AuditController } from './audit.controller.js';
import { AuditModule } from './audit.module.js';
import { AuditBrowsing } from './audit-browsing.service.js';

@Module({
  imports: [AuditModule, AreasModule, DatabaseModule],
  controllers: [AuditController],
  providers: [AuditBrowsing],
})
export class AuditReadingModule {}
