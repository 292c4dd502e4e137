/** Owns what errors of the drivers mean. */
import { QueryFailedError } from 'typeorm';

const codeOf = (error: unknown): string =>
  error instanceof QueryFailedError ? String((error.driverError as { code?: unknown }).code) : '';

/** Whether the database asks for another try. */
export const isDeadlock = (error: unknown): boolean =>
  ['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD'].includes(codeOf(error));

/** Whether a statement was not answered in time; its connection hangs. */
export const isSilence = (error: unknown): boolean => codeOf(error) === 'PROTOCOL_SEQUENCE_TIMEOUT';

/** Whether something was waited for in vain that others may not need: an answer, or a lock that somebody holds on rows. */
export const isVainWait = (error: unknown): boolean => isSilence(error) || codeOf(error) === 'ER_LOCK_WAIT_TIMEOUT';

/** Whether there is no space for what was to be written; what is there can be read. */
export const isFull = (error: unknown): boolean =>
  ['SQLITE_FULL', 'ER_DISK_FULL', 'ER_RECORD_FILE_FULL'].includes(codeOf(error));

/** Whether the server of a connection may no longer be written to. */
export const isReadOnly = (error: unknown): boolean => codeOf(error) === 'ER_OPTION_PREVENTS_STATEMENT';

/** Whether a row with the same key exists already. */
export const isDuplicate = (error: unknown): boolean =>
  ['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(codeOf(error));
