/** Owns the keys of an installation: what seals personal data, and what makes it findable without being readable. */
import { createHmac, hkdfSync } from 'node:crypto';

/** A key's three parts, derived from one secret; the id tells keys apart and nothing else. */
export interface DataKey {
  readonly id: string;
  readonly sealing: Uint8Array;
  readonly finding: Uint8Array;
}

const part = (secret: Uint8Array, purpose: string, length: number): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', `yimen ${purpose}`, length));

export function dataKey(secret: Uint8Array): DataKey {
  return {
    id: Buffer.from(part(secret, 'id', 4)).toString('hex'),
    sealing: part(secret, 'sealing', 32),
    finding: part(secret, 'finding', 32),
  };
}

/** The first key is the one that new data is sealed with. */
export class DataKeys {
  readonly current: DataKey;

  constructor(private readonly all: readonly [DataKey, ...DataKey[]]) {
    this.current = all[0];
  }

  byId(id: string): DataKey | undefined {
    return this.all.find((key) => key.id === id);
  }

  /** A keyed hash of a text: equal for equal texts, and of no use without the key. */
  fingerprint(text: string, key = this.current): string {
    return `${key.id}.${createHmac('sha256', key.finding).update(text).digest('base64url')}`;
  }

  /** The fingerprints of a text under all keys: what was written under an earlier one is still found. */
  fingerprints(text: string): string[] {
    return this.all.map((key) => this.fingerprint(text, key));
  }
}
