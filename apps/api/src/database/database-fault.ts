/** Owns which errors mean that the database is not there, full or busy, and telling that it cannot be opened at all. */
import type { LocalizedText } from '@yimen/config';
import { Refusal } from '../refusal.js';

/** Codes of drivers that mean so: nothing is wrong with what was asked. */
const unavailableCodes =
  /^(?:ECONN|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EPIPE|PROTOCOL_|POOL_|SQLITE_(?:BUSY|FULL|IOERR|CANTOPEN|READONLY)|ER_(?:CON_COUNT|SERVER_SHUTDOWN|NORMAL_SHUTDOWN|CONNECTION_KILLED|DISK_FULL|RECORD_FILE_FULL|OPTION_PREVENTS_STATEMENT|UNKNOWN_COM_ERROR|LOCK_WAIT_TIMEOUT))/u;

/** Whether the database could not do its work; the same may succeed later. */
export function isUnavailable(error: unknown): boolean {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  return unavailableCodes.test(String(driverError?.code ?? code ?? ''));
}

/** Thrown where the database cannot be opened; the cause says why. */
export class DatabaseFault extends Error {
  constructor(
    readonly text: LocalizedText,
    cause: unknown,
  ) {
    super(text.en, { cause });
    this.name = 'DatabaseFault';
  }

  /** Whether waiting may help. */
  get passes(): boolean {
    return isUnavailable(this.cause);
  }
}

/** An error of opening the database, with what to look at. */
export function openingFault(error: unknown): DatabaseFault {
  if (error instanceof Refusal) return new DatabaseFault(error.text, error);
  const reason = error instanceof Error ? error.message : String(error);
  return new DatabaseFault(
    {
      zh: `数据库打不开（${reason}），请检查 DATABASE_URL，或 DATA_DIR 是否可写、有空间`,
      en: `The database cannot be opened (${reason}); check DATABASE_URL, or whether DATA_DIR can be written to and has space`,
    },
    error,
  );
}
