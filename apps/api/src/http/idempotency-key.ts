/** Owns reading the key by which a repeated creating request is known. */
import { creationHeaders } from '@yimen/contracts';
import { parseInput } from './input.pipe.js';

/** The key that a client sent; a malformed one is refused. */
export const keyIn = (headers: unknown): string | undefined =>
  (parseInput(creationHeaders, headers, false) as { 'idempotency-key'?: string })['idempotency-key'];
