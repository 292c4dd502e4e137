/** Owns the row of an area. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('area')
export class AreaEntity {
  @PrimaryColumn({ type: 'varchar', length: 60 })
  id: string;

  @Column({ name: 'parent_id', type: 'varchar', length: 60, nullable: true })
  parent: string | null;

  /** The ids from the top, each between slashes. */
  @Column({ type: 'varchar', length: 300 })
  path: string;

  /** The path under which what is stored in it belongs: that of the area into which it was merged, or its own. */
  @Column({ type: 'varchar', length: 700 })
  reach: string;

  @Column({ type: 'varchar', length: 30 })
  type: string;

  @Column({ name: 'name_zh', type: 'varchar', length: 200 })
  nameZh: string;

  @Column({ name: 'name_en', type: 'varchar', length: 200 })
  nameEn: string;

  /** Codes with their days, as JSON. */
  @Column({ type: 'text' })
  codes: string;

  @Column({ type: 'varchar', length: 10, nullable: true })
  opened: string | null;

  @Column({ type: 'varchar', length: 10, nullable: true })
  closed: string | null;

  @Column({ name: 'merged_into', type: 'varchar', length: 60, nullable: true })
  mergedInto: string | null;

  /** How often it was changed: an edit names the one it was made on. */
  @Column({ type: 'integer' })
  version: number;
}
