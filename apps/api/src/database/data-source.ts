/** Owns how the data source is set up, from one set of entities and migrations, for both databases. */
import mysql, { type Pool, type PoolOptions } from 'mysql2';
import type { DataSourceOptions } from 'typeorm';
import { AreaEntity } from '../areas/area.entity.js';
import { AreaEventEntity } from '../areas/area-event.entity.js';
import { AuditEntryEntity } from '../audit/audit-entry.entity.js';
import { AuditHeadEntity } from '../audit/audit-head.entity.js';
import { EditionVersionEntity } from '../editions/edition-version.entity.js';
import type { DatabaseLocation } from '../env/environment.js';
import { FileEntity } from '../files/file.entity.js';
import { FileAttachmentEntity } from '../files/file-attachment.entity.js';
import { AccountEntity } from '../identity/account.entity.js';
import { SessionEntity } from '../identity/session.entity.js';
import { PendingSignInEntity } from '../single-sign-on/pending-sign-in.entity.js';
import { DraftEntity } from '../studio/draft.entity.js';
import { DraftCommentEntity } from '../studio/draft-comment.entity.js';
import { DraftJobEntity } from '../studio/draft-job.entity.js';
import { IdempotencyKeyEntity } from '../submissions/idempotency-key.entity.js';
import { SubmissionEntity } from '../submissions/submission.entity.js';
import { SubmissionIdentityEntity } from '../submissions/submission-identity.entity.js';
import { SubmissionRevisionEntity } from '../submissions/submission-revision.entity.js';
import { Initial1700000000000 } from './migrations/1700000000000-initial.js';
import { Areas1700000001000 } from './migrations/1700000001000-areas.js';
import { Identity1700000002000 } from './migrations/1700000002000-identity.js';
import { SubmissionArea1700000003000 } from './migrations/1700000003000-submission-area.js';
import { Audit1700000004000 } from './migrations/1700000004000-audit.js';
import { AccountArea1700000004500 } from './migrations/1700000004500-account-area.js';
import { PersonalData1700000005000 } from './migrations/1700000005000-personal-data.js';
import { SingleSignOn1700000006000 } from './migrations/1700000006000-single-sign-on.js';
import { Files1700000007000 } from './migrations/1700000007000-files.js';
import { Studio1700000008000 } from './migrations/1700000008000-studio.js';
import { AccountUpkeep1700000009000 } from './migrations/1700000009000-account-upkeep.js';
import { RecordReach1700000009800 } from './migrations/1700000009800-record-reach.js';
import { QuietLogger } from './quiet-logger.js';
import { prepareSqlite } from './sqlite.js';
import { LONGEST_SILENCE } from './transaction.js';

/** Those that others refer to stand before them: rows are inserted in this order. */
const entities = [
  EditionVersionEntity,
  SubmissionEntity,
  IdempotencyKeyEntity,
  AreaEntity,
  AreaEventEntity,
  AccountEntity,
  SessionEntity,
  AuditEntryEntity,
  AuditHeadEntity,
  SubmissionIdentityEntity,
  SubmissionRevisionEntity,
  PendingSignInEntity,
  FileEntity,
  DraftEntity,
  DraftCommentEntity,
  DraftJobEntity,
  FileAttachmentEntity,
];

/** Seconds for which a connection may say nothing. */
const UNUSED_SECONDS = 20;

const migrations = [
  Initial1700000000000,
  Areas1700000001000,
  Identity1700000002000,
  SubmissionArea1700000003000,
  Audit1700000004000,
  AccountArea1700000004500,
  PersonalData1700000005000,
  SingleSignOn1700000006000,
  Files1700000007000,
  Studio1700000008000,
  AccountUpkeep1700000009000,
  RecordReach1700000009800,
];

/**
 * The driver, whose connections the database ends when they were silent for a while: the locks of a server whose machine
 * has vanished would keep all others from writing for hours. The pool lets go of them earlier.
 */
const sessionsThatEnd = {
  ...mysql,
  createPool(options: PoolOptions): Pool {
    const pool = mysql.createPool(options);
    pool.on('connection', (connection) => connection.query(`SET SESSION wait_timeout = ${UNUSED_SECONDS}`));
    return pool;
  },
};

/** The options for a place. The schema is changed by migrations alone. */
export function dataSourceOptions(location: DatabaseLocation): DataSourceOptions {
  const both = { entities, migrations, migrationsRun: false, synchronize: false, logger: new QuietLogger() } as const;
  if (location.kind === 'sqlite')
    return {
      type: 'better-sqlite3',
      database: location.file,
      prepareDatabase: prepareSqlite,
      ...both,
    };
  return {
    type: 'mysql',
    url: location.url,
    charset: 'utf8mb4',
    timezone: 'Z',
    // Every statement sees what is committed: whoever waited for a lock decides on what it finds then.
    isolationLevel: 'READ COMMITTED',
    connectTimeout: LONGEST_SILENCE,
    maxQueryExecutionTime: LONGEST_SILENCE,
    enableQueryTimeout: true,
    driver: sessionsThatEnd,
    extra: { connectionLimit: 10, maxIdle: 5, idleTimeout: UNUSED_SECONDS * 500 },
    ...both,
  };
}

/** The same for work on the whole database: statements and pauses take as long as they need, numbers are numbers. */
export const patient = (options: DataSourceOptions): DataSourceOptions =>
  options.type === 'mysql'
    ? { ...options, driver: mysql, enableQueryTimeout: false, bigNumberStrings: false }
    : options;
