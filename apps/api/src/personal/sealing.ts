/** Owns sealing texts: AES-256-GCM, bound to what they belong to. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { DataKeys } from './data-keys.js';

const IV = 12;
const TAG = 16;

/** A sealed text that cannot be opened: its key is not given, or it was changed or moved. */
export class SealError extends Error {
  constructor(
    readonly reason: 'unknown-key' | 'damaged',
    keyId: string,
  ) {
    super(
      reason === 'unknown-key'
        ? `缺少密钥 ${keyId}，请把它加到 DATA_KEYS / the key ${keyId} is missing; add it to DATA_KEYS`
        : '加密内容已损坏，请从备份恢复 / the sealed content is damaged; restore it from a backup',
    );
    this.name = 'SealError';
  }
}

/** Seals a text; only who names the same owner opens it again. */
export function seal(keys: DataKeys, text: string, owner: string): string {
  const { id, sealing } = keys.current;
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${id}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** Opens a sealed text, or throws a `SealError`. */
export function open(keys: DataKeys, sealed: string, owner: string): string {
  const [id = '', body = ''] = sealed.split('.');
  const key = keys.byId(id);
  if (!key) throw new SealError('unknown-key', id);
  const bytes = Buffer.from(body, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.sealing, bytes.subarray(0, IV), { authTagLength: TAG })
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(IV, IV + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8');
  } catch {
    throw new SealError('damaged', id);
  }
}
