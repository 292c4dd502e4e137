/** Owns what the health feature consists of. */
import { Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module.js';
import { FilesModule } from '../files/files.module.js';
import { DatabaseHealth } from './database-health.service.js';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.service.js';

@Module({
  imports: [DatabaseModule, FilesModule],
  controllers: [HealthController],
  providers: [DatabaseHealth, Readiness],
})
export class HealthModule {}
