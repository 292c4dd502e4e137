/** Owns reading the version that an edit was made on. */
import { editHeaders } from '@yimen/contracts';
import { parseInput } from './input.pipe.js';

/** The version that `If-Match` names; a request without one is refused. */
export const versionIn = (headers: unknown): number =>
  (parseInput(editHeaders, headers, false) as { 'if-match': number })['if-match'];
