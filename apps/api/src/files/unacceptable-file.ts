/** Owns how a file that is not taken is refused: what is wrong with it and what would be taken. */
import { Refusal } from '../refusal.js';

/** A refusal located at the part of the form that carries the file. */
export const unacceptable = (code: string, zh: string, en: string): Refusal =>
  new Refusal('unacceptable', 'unacceptable-file', { zh, en }, [
    { code, severity: 'error', document: 'input', pointer: '/file', message: { zh, en } },
  ]);
