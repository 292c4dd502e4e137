/** Owns the row of an account. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('account')
export class AccountEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string;

  @Column({ type: 'varchar', length: 60 })
  name: string;

  @Column({ type: 'varchar', length: 100 })
  title: string;

  @Column({ name: 'password_hash', type: 'varchar', length: 200, nullable: true })
  passwordHash: string | null;

  /** Roles with their areas, as JSON. */
  @Column({ type: 'text' })
  assignments: string;

  @Column({ type: 'varchar', length: 60, nullable: true })
  area: string | null;

  @Column({ type: 'integer' })
  disabled: number;

  @Column({ type: 'integer' })
  failures: number;

  @Column({ name: 'locked_until', type: 'varchar', length: 24, nullable: true })
  lockedUntil: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  invitation: string | null;

  @Column({ name: 'invitation_ends', type: 'varchar', length: 24, nullable: true })
  invitationEnds: string | null;

  @Column({ type: 'varchar', length: 200, nullable: true })
  person: string | null;

  @Column({ type: 'varchar', length: 300, nullable: true })
  issuer: string | null;

  @Column({ type: 'varchar', length: 255, nullable: true })
  subject: string | null;

  @Column({ type: 'integer' })
  version: number;

  @Column({ name: 'password_since', type: 'varchar', length: 24, nullable: true })
  passwordSince: string | null;

  /** Hashes as JSON. */
  @Column({ name: 'earlier_passwords', type: 'text', nullable: true })
  earlierPasswords: string | null;
}
