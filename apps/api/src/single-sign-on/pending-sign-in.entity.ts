/** Owns the row of a sign-in that is under way at the provider. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('pending_sign_in')
export class PendingSignInEntity {
  /** SHA-256 of the state that the provider sends back. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id: string;

  /** SHA-256 of the token in the cookie of the browser that began. */
  @Column({ type: 'varchar', length: 64 })
  browser: string;

  @Column({ type: 'varchar', length: 100 })
  nonce: string;

  @Column({ type: 'varchar', length: 128 })
  verifier: string;

  @Column({ type: 'varchar', length: 2000 })
  page: string;

  @Column({ name: 'ends_at', type: 'varchar', length: 24 })
  endsAt: string;
}
