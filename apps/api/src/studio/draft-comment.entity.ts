/** Owns the row of a comment on a draft. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('draft_comment')
export class DraftCommentEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string;

  @Column({ type: 'varchar', length: 36 })
  draft: string;

  @Column({ type: 'varchar', length: 300 })
  document: string;

  @Column({ type: 'varchar', length: 1000 })
  pointer: string;

  @Column({ type: 'text' })
  text: string;

  /** Who wrote it, and who dealt with it when, as JSON. */
  @Column({ type: 'text' })
  by: string;

  @Column({ type: 'varchar', length: 24 })
  at: string;

  @Column({ type: 'text', nullable: true })
  resolved: string | null;

  @Column({ name: 'request_key', type: 'varchar', length: 100, nullable: true })
  requestKey: string | null;

  @Column({ name: 'request_hash', type: 'varchar', length: 64, nullable: true })
  requestHash: string | null;
}
