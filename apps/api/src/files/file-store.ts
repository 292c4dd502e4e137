/** Owns what a place for the bytes of files is; bytes that must be sealed at rest are sealed between here and there. */

/** Keeps bytes under their SHA-256: the same bytes are kept once, whoever stores them. */
export interface FileStore {
  /** Keeps bytes; when it is done they outlive a loss of power. */
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  /** The bytes as they lie there, damaged perhaps; undefined where none do. */
  get(sha256: string): Promise<Uint8Array | undefined>;
  /** Why nothing can be stored here at present, in the words of the place; undefined where it can. */
  fault(): Promise<string | undefined>;
}

/** The injection token of the place that the environment names. */
export const FILE_STORE = Symbol('file store');

/** Where bytes lie: a path made of their hash and nothing else. */
export function placeOf(sha256: string): readonly [string, string, string] {
  if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new Error('not a SHA-256');
  return [sha256.slice(0, 2), sha256.slice(2, 4), sha256];
}
