/** Owns the row that says which record names a file: whoever may read the one may read the other. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('file_attachment')
export class FileAttachmentEntity {
  @PrimaryColumn({ name: 'file_id', type: 'varchar', length: 36 })
  fileId: string;

  @PrimaryColumn({ name: 'submission_id', type: 'varchar', length: 36 })
  submissionId: string;

  /** The kind of the record. */
  @Column({ type: 'varchar', length: 20 })
  kind: string;

  /** The area of the record; null for one that was stored before there were areas. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  area: string | null;

  /** Whether it answers a question that is marked personal. */
  @Column({ type: 'integer' })
  personal: number;
}
