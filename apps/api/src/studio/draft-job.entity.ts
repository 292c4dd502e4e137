/** Owns the row of long work about a draft: one of each kind, the last. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('draft_job')
export class DraftJobEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  draft: string;

  @PrimaryColumn({ type: 'varchar', length: 20 })
  kind: string;

  /** Tells one run from the next. */
  @Column({ type: 'varchar', length: 36 })
  run: string;

  @Column({ type: 'varchar', length: 20 })
  state: string;

  /** The version of the draft that it is about. */
  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'integer' })
  done: number;

  @Column({ type: 'integer' })
  total: number;

  /** What was asked for and what came out, as JSON. */
  @Column({ type: 'text' })
  request: string;

  @Column({ type: 'text', nullable: true })
  result: string | null;

  @Column({ name: 'started_at', type: 'varchar', length: 24 })
  startedAt: string;

  /** When the process that does it last said so. */
  @Column({ name: 'beat_at', type: 'varchar', length: 24 })
  beatAt: string;
}
