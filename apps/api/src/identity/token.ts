/** Owns random tokens: sent once, kept as their hash. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as text for addresses and cookies. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
