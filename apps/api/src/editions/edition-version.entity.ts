/** Owns the row of one published version of an edition; it never changes. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('edition_version')
export class EditionVersionEntity {
  @PrimaryColumn({ type: 'varchar', length: 200 })
  edition: string;

  /** 1, 2, … within the edition; the newest is current. */
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
}
