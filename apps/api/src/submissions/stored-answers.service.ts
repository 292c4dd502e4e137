/** Owns handing out the answers of stored records to what judges them anew: without personal data, page by page. */
import { Inject, Injectable } from '@nestjs/common';
import type { Scope } from '../areas/scope.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { SubmissionRepository } from './submission.repository.js';

/** A record as it lies in its row: answers and outcome as JSON, personal answers left out. */
export interface StoredRecord {
  readonly sequence: number;
  readonly id: string;
  readonly hash: string;
  readonly area: string | null;
  readonly submittedAt: string;
  readonly facts: string;
  readonly outcome: string;
}

/** Those in scope of a page that was looked through, perhaps none, and where the next one begins; null at the end. */
export interface StoredPage {
  readonly records: readonly StoredRecord[];
  readonly next: number | null;
}

/** Everything: what is drawn from it names nobody. */
const ANYWHERE: Scope = ['/'];

@Injectable()
export class StoredAnswers {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SubmissionRepository) private readonly submissions: SubmissionRepository,
  ) {}

  /** How many records of an edition there are to look through, in whatever area. */
  count(edition: string): Promise<number> {
    return this.unitOfWork.read((transaction) => this.submissions.countOf(transaction, edition));
  }

  /** Looks through some records of an edition in the order of arrival, from behind a place on. */
  page(edition: string, scope: Scope, after: number, size: number): Promise<StoredPage> {
    return this.unitOfWork.read(async (transaction) => {
      const end = await this.submissions.windowEnd(transaction, edition, after, size);
      const records = await this.submissions.rawWindow(transaction, edition, scope, after, end);
      return { records, next: end ?? null };
    });
  }

  /** Those in scope among records named by their places in the order of arrival. */
  named(sequences: readonly number[], scope: Scope): Promise<StoredRecord[]> {
    return this.unitOfWork.read((transaction) => this.submissions.rawNamed(transaction, sequences, scope));
  }

  /** The answers, by form, of the newest records of an edition and of its authority's and subject's other years. */
  async sample(edition: string, most: number): Promise<Record<string, unknown>[]> {
    const family = edition.slice(0, edition.lastIndexOf('/') + 1);
    const rows = await this.unitOfWork.read((transaction) =>
      this.submissions.newestOf(transaction, family, ANYWHERE, most),
    );
    return rows.map((facts) => JSON.parse(facts) as Record<string, unknown>);
  }
}
