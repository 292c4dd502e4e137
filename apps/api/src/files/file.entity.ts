/** Owns the row of an uploaded file. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('file')
export class FileEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string;

  /** Under which its bytes are kept. */
  @Column({ type: 'varchar', length: 64 })
  sha256: string;

  @Column({ name: 'media_type', type: 'varchar', length: 100 })
  mediaType: string;

  @Column({ type: 'integer' })
  size: number;

  @Column({ type: 'varchar', length: 200 })
  name: string;

  @Column({ type: 'varchar', length: 60 })
  area: string;

  /** The id of the account. */
  @Column({ name: 'uploaded_by', type: 'varchar', length: 36 })
  uploadedBy: string;

  @Column({ name: 'uploaded_at', type: 'varchar', length: 24 })
  uploadedAt: string;

  /** The key that came with the upload. */
  @Column({ name: 'idempotency_key', type: 'varchar', length: 100, nullable: true })
  key: string | null;

  /** SHA-256 of what such a key stands for. */
  @Column({ name: 'request_hash', type: 'varchar', length: 64 })
  requestHash: string;
}
