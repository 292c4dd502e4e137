/** Owns the bytes of files in a bucket of an S3-compatible service. */
import { S3mini } from 's3mini';
import type { FileLocation } from '../env/file-location.js';
import { type FileStore, placeOf } from './file-store.js';

/** A service that does not answer in this time has failed. */
const PATIENCE = 30_000;

export class BucketFileStore implements FileStore {
  private readonly bucket: S3mini;

  constructor({ endpoint, bucket, region, accessKey, secretKey }: Extract<FileLocation, { kind: 's3' }>) {
    this.bucket = new S3mini({
      endpoint: `${endpoint.replace(/\/+$/u, '')}/${bucket}`,
      region,
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      requestAbortTimeout: PATIENCE,
    });
  }

  async put(sha256: string, bytes: Uint8Array): Promise<void> {
    await this.bucket.putObject(keyOf(sha256), bytes);
  }

  async get(sha256: string): Promise<Uint8Array | undefined> {
    const bytes = await this.bucket.getObjectArrayBuffer(keyOf(sha256));
    return bytes === null ? undefined : new Uint8Array(bytes);
  }

  async fault(): Promise<string | undefined> {
    try {
      return (await this.bucket.bucketExists()) ? undefined : 'there is no such bucket';
    } catch (error) {
      return String(error);
    }
  }
}

const keyOf = (sha256: string): string => placeOf(sha256).join('/');
