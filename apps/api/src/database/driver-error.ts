/** Owns what errors of the drivers mean. */
import { QueryFailedError } from 'typeorm';

const codeOf = (error: unknown): string =>
  error instanceof QueryFailedError ? String((error.driverError as { code?: unknown }).code) : '';

/** Whether the database asks for another try. */
export const isDeadlock = (error: unknown): boolean =>
  ['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD'].includes(codeOf(error));

/** Whether a statement was not answered in time; its connection hangs. */
export const isSilence = (error: unknown): boolean => codeOf(error) === 'PROTOCOL_SEQUENCE_TIMEOUT';

/** Whether the server of a connection may no longer be written to. */
export const isReadOnly = (error: unknown): boolean => codeOf(error) === 'ER_OPTION_PREVENTS_STATEMENT';

/** Whether a row with the same key exists already. */
export const isDuplicate = (error: unknown): boolean =>
  ['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(codeOf(error));
