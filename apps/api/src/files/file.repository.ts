/** Owns the rows of uploaded files. */
import { Injectable } from '@nestjs/common';
import type { MediaType, StoredFile } from '@yimen/contracts';
import { In } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.js';
import { FileEntity } from './file.entity.js';

/** An upload as it is remembered: who sent it, with which key. */
export interface Upload {
  readonly file: StoredFile;
  readonly uploadedBy: string;
  readonly key: string | null;
  readonly requestHash: string;
}

@Injectable()
export class FileRepository {
  async insert(transaction: Transaction, { file, ...upload }: Upload): Promise<void> {
    await transaction.insert(FileEntity, { ...file, ...upload });
  }

  async find(transaction: Transaction, id: string): Promise<StoredFile | undefined> {
    const row = await transaction.findOne(FileEntity, { where: { id: String(id) } });
    return row ? stored(row).file : undefined;
  }

  /** Those that are there, in no order. */
  async findAll(transaction: Transaction, ids: readonly string[]): Promise<StoredFile[]> {
    const rows = await transaction.find(FileEntity, { where: { id: In(ids.map(String)) } });
    return rows.map((row) => stored(row).file);
  }

  async findByKey(transaction: Transaction, key: string): Promise<Upload | undefined> {
    const row = await transaction.findOne(FileEntity, { where: { key: String(key) } });
    return row ? stored(row) : undefined;
  }
}

const stored = ({ uploadedBy, key, requestHash, mediaType, ...rest }: FileEntity): Upload => ({
  file: { ...rest, mediaType: mediaType as MediaType },
  uploadedBy,
  key,
  requestHash,
});
