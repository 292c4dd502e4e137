/** Owns what the files feature consists of, and which place keeps the bytes. */
import { Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { ENVIRONMENT, type Environment } from '../env/environment.js';
import { BucketFileStore } from './bucket-file-store.js';
import { FileRepository } from './file.repository.js';
import { FileBytes } from './file-bytes.service.js';
import { FILE_STORE, type FileStore } from './file-store.js';
import { FilesController } from './files.controller.js';
import { FilesService } from './files.service.js';
import { FolderFileStore } from './folder-file-store.js';

const storeFor = ({ files }: Environment): FileStore =>
  files.kind === 's3' ? new BucketFileStore(files) : new FolderFileStore(files.folder);

@Module({
  imports: [AuditModule, AreasModule, DatabaseModule],
  controllers: [FilesController],
  providers: [
    FilesService,
    FileRepository,
    FileBytes,
    { provide: FILE_STORE, inject: [ENVIRONMENT], useFactory: storeFor },
  ],
  exports: [FilesService],
})
export class FilesModule {}
