/** Owns the rows of uploaded files. */
import { Injectable } from '@nestjs/common';
import type { MediaType, StoredFile } from '@yimen/contracts';
import { In } from 'typeorm';
import { type RecordScope, withinKinds } from '../areas/record-scope.js';
import { type Scope, within } from '../areas/scope.js';
import { insertLast } from '../database/rows.js';
import type { Transaction } from '../database/unit-of-work.js';
import { FileEntity } from './file.entity.js';
import { FileAttachmentEntity } from './file-attachment.entity.js';

/** An upload as it is remembered: who sent it, with which key. */
export interface Upload {
  readonly file: StoredFile;
  readonly uploadedBy: string;
  readonly key: string | null;
  readonly requestHash: string;
}

/** Whoever reads files: an account with the areas of its own uploads, and the records whose files are its to read. */
export interface Reader {
  readonly account: string;
  readonly own: Scope;
  readonly open: RecordScope;
  /** Those of which it may also be shown personal data. */
  readonly personal: RecordScope;
}

@Injectable()
export class FileRepository {
  async insert(transaction: Transaction, { file, ...upload }: Upload): Promise<void> {
    await transaction.insert(FileEntity, { ...file, ...upload });
  }

  /** Those among some that somebody may read. */
  async findReadable(transaction: Transaction, ids: readonly string[], reader: Reader): Promise<StoredFile[]> {
    const own = within('file', reader.own, 'own');
    const open = withinKinds('attached', reader.open, 'open');
    const personal = withinKinds('attached', reader.personal, 'personal');
    const through = `SELECT 1 FROM file_attachment attached WHERE attached.file_id = file.id
      AND ((attached.personal = 0 AND ${open.text}) OR ${personal.text})`;
    const rows = await transaction
      .createQueryBuilder(FileEntity, 'file')
      .where('file.id IN (:...ids)', { ids: ids.map(String) })
      .andWhere(`((file.uploadedBy = :account AND ${own.text}) OR EXISTS (${through}))`)
      .setParameters({ account: reader.account, ...own.values, ...open.values, ...personal.values })
      .getMany();
    return rows.map((row) => stored(row).file);
  }

  /** Those that are there, in no order. */
  async findAll(transaction: Transaction, ids: readonly string[]): Promise<StoredFile[]> {
    const rows = await transaction.find(FileEntity, { where: { id: In(ids.map(String)) } });
    return rows.map((row) => stored(row).file);
  }

  /** The records in which a file answers a personal question. */
  async personalIn(transaction: Transaction, fileId: string): Promise<FileAttachmentEntity[]> {
    return transaction.find(FileAttachmentEntity, { where: { fileId: String(fileId), personal: 1 } });
  }

  attach(transaction: Transaction, attachment: FileAttachmentEntity): void {
    insertLast(transaction, FileAttachmentEntity, attachment);
  }

  async detach(transaction: Transaction, submissionId: string): Promise<void> {
    await transaction.delete(FileAttachmentEntity, { submissionId: String(submissionId) });
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
