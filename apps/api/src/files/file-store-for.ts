/** Owns which place the settings name for the bytes of files. */
import type { FileLocation } from '../env/file-location.js';
import { BucketFileStore } from './bucket-file-store.js';
import type { FileStore } from './file-store.js';
import { FolderFileStore } from './folder-file-store.js';

export const fileStoreFor = (location: FileLocation): FileStore =>
  location.kind === 's3' ? new BucketFileStore(location) : new FolderFileStore(location.folder);
