/** Owns the row that tells the end of the audit trail. There is one; whoever binds an entry holds it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The key of the only row. */
export const HEAD = 1;

@Entity('audit_head')
export class AuditHeadEntity {
  @PrimaryColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer' })
  sequence: number;

  @Column({ type: 'varchar', length: 64 })
  hash: string;
}
