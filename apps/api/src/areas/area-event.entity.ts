/** Owns the row of something that happened to an area. */
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('area_event')
export class AreaEventEntity {
  @PrimaryGeneratedColumn('increment', { type: 'integer' })
  sequence: number;

  @Column({ name: 'area_id', type: 'varchar', length: 60 })
  area: string;

  @Column({ type: 'varchar', length: 20 })
  kind: string;

  @Column({ name: 'took_effect_on', type: 'varchar', length: 10 })
  on: string;

  /** What it was before, as JSON; null where it was nothing. */
  @Column({ type: 'text', nullable: true })
  before: string | null;

  @Column({ type: 'text' })
  after: string;

  @Column({ name: 'recorded_at', type: 'varchar', length: 24 })
  recordedAt: string;
}
