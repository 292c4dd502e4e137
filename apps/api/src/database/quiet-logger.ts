/** Owns keeping statements and what they carry out of every log: answers of people are in them. */
import type { Logger } from 'typeorm';

/** Errors reach whoever ran the statement; slow statements are cut off and reach it as errors too. */
export class QuietLogger implements Logger {
  logQuery(): void {}
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
