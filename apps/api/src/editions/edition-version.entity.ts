/** Owns the row of one published version of an edition; it never changes, but may be taken back once. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('edition_version')
export class EditionVersionEntity {
  @PrimaryColumn({ type: 'varchar', length: 200 })
  edition: string;

  /** 1, 2, … within the edition; the newest that is in effect is current. */
  @PrimaryColumn({ type: 'integer' })
  version: number;

  @Column({ type: 'varchar', length: 64 })
  hash: string;

  /** The documents by path, as JSON. */
  @Column({ type: 'text' })
  documents: string;

  @Column({ name: 'published_at', type: 'varchar', length: 24 })
  publishedAt: string;

  @Column({ name: 'effective_from', type: 'varchar', length: 10 })
  effectiveFrom: string;

  /** The draft it came from; null for one of the folder. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  draft: string | null;

  /** Who approved it, as JSON. */
  @Column({ name: 'approved_by', type: 'text', nullable: true })
  approvedBy: string | null;

  /** When it was taken back; records pinned to it keep it. */
  @Column({ name: 'withdrawn_at', type: 'varchar', length: 24, nullable: true })
  withdrawnAt: string | null;
}
