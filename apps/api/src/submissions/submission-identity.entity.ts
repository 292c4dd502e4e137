/** Owns the row by which the records of a person are found: a keyed hash, which tells nothing without the key. */
import { Entity, PrimaryColumn } from 'typeorm';

@Entity('submission_identity')
export class SubmissionIdentityEntity {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  fingerprint: string;

  @PrimaryColumn({ name: 'submission_id', type: 'varchar', length: 36 })
  submissionId: string;
}
