/** Owns sealing texts: AES-256-GCM, bound to what they belong to. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Refusal } from '../refusal.js';
import type { DataKeys } from './data-keys.js';

const IV = 12;
const TAG = 16;

/** Why a sealed text does not open: its key is not given (another server may have it), or it was changed or moved. */
export type SealReason = 'unknown-key' | 'damaged';

/** A sealed text that cannot be opened. */
export class SealError extends Refusal {
  constructor(
    readonly reason: SealReason,
    keyId: string,
  ) {
    const { kind, code, text } = reason === 'unknown-key' ? keyMissing(keyId) : damaged;
    super(kind, code, text);
    this.name = 'SealError';
  }
}

const keyMissing = (id: string) =>
  ({
    kind: 'unavailable',
    code: 'data-key-missing',
    text: {
      zh: `缺少密钥 ${id}，请稍后再试；若一直如此，请系统运维把它加到 DATA_KEYS`,
      en: `The key ${id} is missing; try again later, and if it stays so, the operator adds it to DATA_KEYS`,
    },
  }) as const;

const damaged = {
  kind: 'damaged',
  code: 'sealed-content-damaged',
  text: {
    zh: '加密内容已损坏，请系统运维从备份恢复',
    en: 'The sealed content is damaged; the operator restores it from a backup',
  },
} as const;

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
