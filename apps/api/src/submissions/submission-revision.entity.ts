/** Owns the row of what a correction replaced. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('submission_revision')
export class SubmissionRevisionEntity {
  @PrimaryColumn({ name: 'submission_id', type: 'varchar', length: 36 })
  submissionId: string;

  @PrimaryColumn({ type: 'integer' })
  version: number;

  @Column({ type: 'text' })
  facts: string;

  @Column({ type: 'text', nullable: true })
  personal: string | null;

  @Column({ name: 'sealed_by', type: 'varchar', length: 8 })
  sealedBy: string;

  @Column({ type: 'text' })
  outcome: string;

  @Column({ name: 'due_on', type: 'varchar', length: 10, nullable: true })
  dueOn: string | null;

  @Column({ name: 'replaced_at', type: 'varchar', length: 24 })
  replacedAt: string;
}
