/** Owns the row of a key that a client sent with a creating request. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @PrimaryColumn({ type: 'varchar', length: 100 })
  key: string;

  /** SHA-256 of what came with the key beside the answers, which stand in the record. */
  @Column({ name: 'request_hash', type: 'varchar', length: 64 })
  requestHash: string;

  @Column({ name: 'submission_id', type: 'varchar', length: 36 })
  submissionId: string;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt: string;
}
