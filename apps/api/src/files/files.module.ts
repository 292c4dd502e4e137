/** Owns what the files feature consists of. */
import { Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { ENVIRONMENT, type Environment } from '../env/environment.js';
import { FileRepository } from './file.repository.js';
import { FileBytes } from './file-bytes.service.js';
import { FileHealth } from './file-health.service.js';
import { FILE_STORE } from './file-store.js';
import { fileStoreFor } from './file-store-for.js';
import { FilesController } from './files.controller.js';
import { FilesService } from './files.service.js';

@Module({
  imports: [AuditModule, AreasModule, DatabaseModule],
  controllers: [FilesController],
  providers: [
    FilesService,
    FileRepository,
    FileBytes,
    FileHealth,
    { provide: FILE_STORE, inject: [ENVIRONMENT], useFactory: ({ files }: Environment) => fileStoreFor(files) },
  ],
  exports: [FilesService, FileHealth],
})
export class FilesModule {}
