/** Owns the row of a submission. */
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('submission')
export class SubmissionEntity {
  /** The order of arrival. */
  @PrimaryGeneratedColumn('increment', { type: 'integer' })
  sequence: number;

  @Column({ type: 'varchar', length: 36 })
  id: string;

  @Column({ type: 'varchar', length: 200 })
  edition: string;

  @Column({ type: 'varchar', length: 64 })
  hash: string;

  /** What the edition is: a desk or a standard; null where nobody looked yet. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  kind: string | null;

  /** The input document without personal facts, as JSON. */
  @Column({ type: 'text' })
  facts: string;

  /** The personal facts as JSON, sealed. */
  @Column({ type: 'text', nullable: true })
  personal: string | null;

  @Column({ name: 'sealed_by', type: 'varchar', length: 8, nullable: true })
  sealedBy: string | null;

  @Column({ type: 'integer' })
  version: number;

  /** The outcome, as JSON. */
  @Column({ type: 'text' })
  outcome: string;

  @Column({ type: 'varchar', length: 60, nullable: true })
  area: string | null;

  @Column({ name: 'accepted_on', type: 'varchar', length: 10 })
  acceptedOn: string;

  @Column({ name: 'due_on', type: 'varchar', length: 10, nullable: true })
  dueOn: string | null;

  @Column({ name: 'submitted_at', type: 'varchar', length: 24 })
  submittedAt: string;
}
