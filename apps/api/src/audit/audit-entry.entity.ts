/** Owns the row of an entry of the audit trail. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('audit_entry')
export class AuditEntryEntity {
  @PrimaryColumn({ type: 'integer' })
  sequence: number;

  @Column({ type: 'varchar', length: 24 })
  at: string;

  @Column({ name: 'account_id', type: 'varchar', length: 36, nullable: true })
  accountId: string | null;

  @Column({ name: 'account_name', type: 'varchar', length: 60, nullable: true })
  accountName: string | null;

  @Column({ type: 'varchar', length: 40 })
  action: string;

  @Column({ name: 'subject_kind', type: 'varchar', length: 20 })
  subjectKind: string;

  @Column({ name: 'subject_id', type: 'varchar', length: 200 })
  subjectId: string;

  @Column({ type: 'varchar', length: 60, nullable: true })
  area: string | null;

  /** As JSON. */
  @Column({ type: 'text' })
  details: string;

  @Column({ type: 'varchar', length: 64 })
  previous: string;

  @Column({ type: 'varchar', length: 64 })
  hash: string;
}
