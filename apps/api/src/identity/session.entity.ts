/** Owns the row of a session. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Through } from './account.js';

@Entity('session')
export class SessionEntity {
  /** SHA-256 of the token in the cookie: who reads the table cannot take a session over. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id: string;

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  account: string;

  @Column({ type: 'varchar', length: 64 })
  csrf: string;

  @Column({ type: 'varchar', length: 10 })
  through: Through;

  @Column({ name: 'opened_at', type: 'varchar', length: 24 })
  openedAt: string;

  @Column({ name: 'seen_at', type: 'varchar', length: 24 })
  seenAt: string;
}
