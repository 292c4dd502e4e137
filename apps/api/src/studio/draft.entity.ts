/** Owns the row of a draft. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('edition_draft')
export class DraftEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string;

  @Column({ type: 'varchar', length: 200 })
  edition: string;

  @Column({ type: 'varchar', length: 60, nullable: true })
  area: string | null;

  /** As its manifest says, as JSON. */
  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'varchar', length: 20 })
  kind: string;

  @Column({ type: 'varchar', length: 20 })
  state: string;

  /** What it began as, as JSON; so are the people and what they did. */
  @Column({ type: 'text' })
  origin: string;

  @Column({ type: 'integer' })
  version: number;

  /** The documents by path, as JSON. */
  @Column({ type: 'text' })
  documents: string;

  /** Those it began with. */
  @Column({ type: 'text', nullable: true })
  base: string | null;

  /** Keys of items, as JSON. */
  @Column({ type: 'text' })
  confirmed: string;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt: string;

  @Column({ name: 'created_by', type: 'text' })
  createdBy: string;

  @Column({ name: 'updated_at', type: 'varchar', length: 24 })
  updatedAt: string;

  @Column({ name: 'updated_by', type: 'text' })
  updatedBy: string;

  @Column({ type: 'text' })
  editors: string;

  @Column({ name: 'submitted_at', type: 'varchar', length: 24, nullable: true })
  submittedAt: string | null;

  @Column({ type: 'text', nullable: true })
  returned: string | null;

  @Column({ type: 'text', nullable: true })
  published: string | null;

  /** The key of the request that made it, and what it asked for. */
  @Column({ name: 'request_key', type: 'varchar', length: 100, nullable: true })
  requestKey: string | null;

  @Column({ name: 'request_hash', type: 'varchar', length: 64, nullable: true })
  requestHash: string | null;
}
