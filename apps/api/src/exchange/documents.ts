/** Owns what this feature works on: an edition's documents as parsed JSON by path, of a draft or of a version. */

export type Documents = Readonly<Record<string, unknown>>;

/** The languages that something is written out in. */
export type Lang = 'zh' | 'en';
