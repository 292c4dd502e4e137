/** Owns how the data source is set up, from one set of entities and migrations, for both databases. */
import type { DataSourceOptions } from 'typeorm';
import { AreaEntity } from '../areas/area.entity.js';
import { AreaEventEntity } from '../areas/area-event.entity.js';
import { EditionVersionEntity } from '../editions/edition-version.entity.js';
import type { DatabaseLocation } from '../env/environment.js';
import { FileEntity } from '../files/file.entity.js';
import { AccountEntity } from '../identity/account.entity.js';
import { SessionEntity } from '../identity/session.entity.js';
import { IdempotencyKeyEntity } from '../submissions/idempotency-key.entity.js';
import { SubmissionEntity } from '../submissions/submission.entity.js';
import { Initial1700000000000 } from './migrations/1700000000000-initial.js';
import { Areas1700000001000 } from './migrations/1700000001000-areas.js';
import { Identity1700000002000 } from './migrations/1700000002000-identity.js';
import { SubmissionArea1700000003000 } from './migrations/1700000003000-submission-area.js';
import { Files1700000007000 } from './migrations/1700000007000-files.js';
import { prepareSqlite } from './sqlite.js';

const entities = [
  EditionVersionEntity,
  SubmissionEntity,
  IdempotencyKeyEntity,
  AreaEntity,
  AreaEventEntity,
  AccountEntity,
  SessionEntity,
  FileEntity,
];
const migrations = [
  Initial1700000000000,
  Areas1700000001000,
  Identity1700000002000,
  SubmissionArea1700000003000,
  Files1700000007000,
];

/** The options for a place. The schema is changed by migrations alone. */
export function dataSourceOptions(location: DatabaseLocation): DataSourceOptions {
  const both = { entities, migrations, migrationsRun: false, synchronize: false, logging: false } as const;
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
    connectTimeout: 10_000,
    extra: { connectionLimit: 10 },
    ...both,
  };
}
