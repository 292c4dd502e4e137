/** Owns learning of the records of earlier releases what newer ones write down at once: their kind, and their files. */
import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EditionCatalogue } from '../editions/edition-catalogue.service.js';
import { AnsweredFiles, filesIn } from './answered-files.service.js';
import { SubmissionRepository } from './submission.repository.js';
import { SubmissionVault } from './submission-vault.service.js';

/** Records looked through in one transaction. */
const CHUNK = 200;

@Injectable()
export class EarlierRecords {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
    @Inject(SubmissionRepository) private readonly submissions: SubmissionRepository,
    @Inject(AnsweredFiles) private readonly files: AnsweredFiles,
    @Inject(SubmissionVault) private readonly vault: SubmissionVault,
  ) {}

  /** Nobody finds a record before its kind is known: this comes before anything is served. */
  async learn(): Promise<void> {
    while ((await this.chunk()) > 0);
  }

  /** Of several servers that start together one learns of each record. */
  private async chunk(): Promise<number> {
    const found = await this.unitOfWork.run((transaction) => this.submissions.ofUnknownKind(transaction, CHUNK));
    const learned = await Promise.all(
      found.map(async (stored) => {
        const { edition } = await this.catalogue.open(stored.edition, stored.hash);
        const { kind } = edition;
        return { record: { ...stored, kind }, named: filesIn(edition, this.vault.open(stored).facts) };
      }),
    );
    await this.unitOfWork.run(async (transaction) => {
      for (const { record, named } of learned)
        if (await this.submissions.learnKind(transaction, record.id, record.kind))
          await this.files.attachKnown(transaction, record, named);
    });
    return found.length;
  }
}
