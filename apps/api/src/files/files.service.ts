/** Owns uploaded files: taking each once, telling of it and giving it back to who may have it. */
import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson } from '@yimen/config';
import { fileTypes, type StoredFile } from '@yimen/contracts';
import type { RecordKind } from '../areas/record-scope.js';
import { WorkingAreas } from '../areas/working-areas.service.js';
import { AuditTrail } from '../audit/audit-trail.service.js';
import { isDuplicate } from '../database/driver-error.js';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import type { ReceivedFile } from '../http/upload.js';
import type { Actor } from '../identity/account.js';
import { Refusal } from '../refusal.js';
import { FileRepository } from './file.repository.js';
import type { FileAttachmentEntity } from './file-attachment.entity.js';
import { FileBytes } from './file-bytes.service.js';
import { inspect } from './file-inspection.js';
import { cleanName } from './file-name.js';

/** A file with its bytes, which are those that were uploaded. */
export interface OpenedFile {
  readonly file: StoredFile;
  readonly bytes: Buffer;
}

/** A record as far as its files are concerned. */
export interface AttachedRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly area: string | null;
}

@Injectable()
export class FilesService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FileRepository) private readonly files: FileRepository,
    @Inject(FileBytes) private readonly bytes: FileBytes,
    @Inject(WorkingAreas) private readonly areas: WorkingAreas,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** The area in which an upload is stored; refuses before anything is received where there is none. */
  areaFor(actor: Actor, named: string | undefined): Promise<string> {
    return this.areas.storingIn(actor, 'store-records', named);
  }

  /** Stores a file. The same key with the same bytes gives the file that it made the first time. */
  async store(actor: Actor, received: ReceivedFile, area: string, key: string | undefined): Promise<StoredFile> {
    const requestHash = hashOf(actor, received, area);
    const earlier = key === undefined ? undefined : await this.findByKey(key, requestHash);
    if (earlier) return earlier;
    const file = await fileOf(received, area);
    await this.bytes.keep(file.sha256, received.bytes);
    const upload = { file, uploadedBy: actor.account.id, key: key ?? null, requestHash };
    try {
      await this.unitOfWork.run(async (transaction) => {
        await this.files.insert(transaction, upload);
        const { id, sha256, mediaType, size } = file;
        const details = { sha256, mediaType, size };
        this.audit.record(transaction, actor, {
          action: 'file-uploaded',
          subject: { kind: 'file', id },
          area,
          details,
        });
      });
      return file;
    } catch (error) {
      const winner = key !== undefined && isDuplicate(error) ? await this.findByKey(key, requestHash) : undefined;
      if (!winner) throw error;
      return winner;
    }
  }

  /** What is known of a file; what is out of scope is as unknown as what does not exist. */
  async get(actor: Actor, id: string): Promise<StoredFile> {
    const [file] = await this.readable(actor, [id]);
    if (file) return file;
    throw new Refusal('not-found', 'unknown-file', {
      zh: '没有这个文件，请核对编号',
      en: 'There is no such file; check its id',
    });
  }

  /** Nothing personal is handed out before it is written down who saw it. */
  async open(actor: Actor, id: string): Promise<OpenedFile> {
    const file = await this.get(actor, id);
    const bytes = await this.bytes.read(file.sha256);
    const records = await this.unitOfWork.read((transaction) => this.files.personalIn(transaction, id));
    if (records.length > 0) await this.recordShown(actor, id, records);
    return { file, bytes };
  }

  private recordShown(actor: Actor, file: string, records: readonly FileAttachmentEntity[]): Promise<void> {
    return this.unitOfWork.run(async (transaction) => {
      for (const { submissionId, area } of records)
        this.audit.record(transaction, actor, {
          action: 'personal-data-shown',
          subject: { kind: 'submission', id: submissionId },
          area,
          details: { file },
        });
    });
  }

  /** Those among some files that are an actor's to read: the own ones, and those of records that it may read. */
  async readable(actor: Actor, ids: readonly string[]): Promise<StoredFile[]> {
    if (ids.length === 0) return [];
    const [own, open, personal] = await Promise.all([
      this.areas.of(actor, 'store-records'),
      this.areas.readable(actor),
      this.areas.readable(actor, 'show-personal-data'),
    ]);
    const reader = { account: actor.account.id, own, open, personal };
    return this.unitOfWork.read((transaction) => this.files.findReadable(transaction, ids, reader));
  }

  /** Lets whoever may read a record read files of it; of those that are personal, whoever may be shown personal data. */
  attach(transaction: Transaction, { id, kind, area }: AttachedRecord, files: ReadonlyMap<string, boolean>): void {
    for (const [fileId, personal] of files)
      this.files.attach(transaction, { fileId, submissionId: id, kind, area, personal: personal ? 1 : 0 });
  }

  /** A record names none of its files any more. */
  detach(transaction: Transaction, submissionId: string): Promise<void> {
    return this.files.detach(transaction, submissionId);
  }

  /** Those among some ids that are files. */
  async known(transaction: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    return new Set((await this.files.findAll(transaction, ids)).map(({ id }) => id));
  }

  /** The file that a key made; other bytes with that key are refused. */
  private async findByKey(key: string, requestHash: string): Promise<StoredFile | undefined> {
    const used = await this.unitOfWork.read((transaction) => this.files.findByKey(transaction, key));
    if (used && used.requestHash !== requestHash) throw keyReused();
    return used?.file;
  }
}

async function fileOf(received: ReceivedFile, area: string): Promise<StoredFile> {
  const { bytes, sha256, name } = received;
  const mediaType = await inspect(bytes, received);
  return {
    id: randomUUID(),
    name: cleanName(name, fileTypes[mediaType].extensions[0]),
    mediaType,
    size: bytes.length,
    sha256,
    area,
    uploadedAt: new Date().toISOString(),
  };
}

/** A key belongs to who sent it. */
const hashOf = ({ account }: Actor, { sha256 }: ReceivedFile, area: string): string =>
  createHash('sha256')
    .update(canonicalJson({ account: account.id, sha256, area }))
    .digest('hex');

const keyReused = (): Refusal =>
  new Refusal('unacceptable', 'idempotency-key-reused', {
    zh: '这个 Idempotency-Key 已用于另一份内容，请换一个',
    en: 'This Idempotency-Key was used with other content; send a new one',
  });
