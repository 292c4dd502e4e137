/** Owns the way of personal facts into storage and out: sealed, masked, findable by fingerprint. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, type Edition } from '@yimen/config';
import type { FactsDocument } from '@yimen/contracts';
import { DataKeys } from '../personal/data-keys.js';
import { identitiesIn, identitiesOf, join, masked, part, unmasked } from '../personal/personal-facts.js';
import { open, seal } from '../personal/sealing.js';
import type { Revision, StoredSubmission, Submission } from './submission.js';

/** A submission ready to be stored, with what it is to be found by. */
export interface Sealed {
  readonly stored: StoredSubmission & { readonly sealedBy: string };
  readonly fingerprints: readonly string[];
}

@Injectable()
export class SubmissionVault {
  constructor(@Inject(DataKeys) private readonly keys: DataKeys) {}

  close(edition: Edition, submission: Submission): Sealed {
    const { open: facts, personal } = part(edition, submission.facts);
    const some = Object.keys(personal).length > 0;
    const sealed = some ? seal(this.keys, JSON.stringify(personal), submission.id) : null;
    return {
      stored: { ...submission, facts, personal: sealed, sealedBy: this.keys.current.id },
      fingerprints: identitiesIn(edition, personal).map((identity) => this.keys.fingerprint(identity)),
    };
  }

  /** The submission with all its facts. */
  open(stored: StoredSubmission): Submission {
    const { personal: _, sealedBy: __, ...submission } = stored;
    return { ...submission, facts: join(stored.facts, this.personalOf(stored)) };
  }

  /** All facts of a version that a correction replaced. */
  openRevision({ facts, personal, submissionId: id }: Revision): FactsDocument {
    return join(facts, this.personalOf({ personal, id }));
  }

  /** The submission with its personal facts masked. */
  mask(edition: Edition, stored: StoredSubmission): Submission {
    const { open: facts, personal } = part(edition, this.open(stored).facts);
    const { personal: _, sealedBy: __, ...submission } = stored;
    return { ...submission, facts: join(facts, masked(edition, personal)) };
  }

  /** The personal facts alone, in full. */
  reveal(edition: Edition, stored: StoredSubmission): FactsDocument {
    return part(edition, this.open(stored).facts).personal;
  }

  /** The facts that somebody means who was shown masked ones. */
  meant(edition: Edition, stored: StoredSubmission, sent: FactsDocument): FactsDocument {
    return unmasked(edition, sent, this.reveal(edition, stored));
  }

  /** What a record of the person with an identity may be found by. */
  fingerprintsOf(identity: string): string[] {
    return identitiesOf(identity).flatMap((each) => this.keys.fingerprints(each));
  }

  /** The hash of what may be read of a submission, for the audit trail: personal facts have no part in it. */
  digest({ facts, outcome, edition, hash, area, acceptedOn, dueOn, version }: StoredSubmission): string {
    const content = { facts, outcome, edition, hash, area, acceptedOn, dueOn, version };
    return createHash('sha256').update(canonicalJson(content)).digest('hex');
  }

  /** The personal facts of a replaced version under the newest key. */
  reseal({ personal, submissionId }: Pick<Revision, 'personal' | 'submissionId'>): string | null {
    return personal === null ? null : seal(this.keys, open(this.keys, personal, submissionId), submissionId);
  }

  private personalOf({ personal, id }: Pick<StoredSubmission, 'personal' | 'id'>): FactsDocument {
    return personal === null ? {} : (JSON.parse(open(this.keys, personal, id)) as FactsDocument);
  }
}
