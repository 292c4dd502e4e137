/** Owns opening the database at boot: connection, durability, migrations. */
import { Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ENVIRONMENT, type Environment } from '../env/environment.js';
import { dataSourceOptions } from './data-source.js';
import { durabilityWarning } from './mysql.js';
import { UnitOfWork } from './unit-of-work.js';

/** Opens the database with its schema brought up to date. */
async function openDatabase(options?: DataSourceOptions): Promise<DataSource> {
  if (!options) throw new Error('no data source options');
  const source = await new DataSource(options).initialize();
  const warning = await durabilityWarning(source);
  if (warning) new Logger('Database').warn(`${warning.zh}\n${warning.en}`);
  await source.runMigrations({ transaction: 'each' });
  return source;
}

@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [ENVIRONMENT],
      useFactory: ({ database }: Environment) => ({
        ...dataSourceOptions(database),
        retryAttempts: database.kind === 'mysql' ? 10 : 1,
      }),
      dataSourceFactory: openDatabase,
    }),
  ],
  providers: [UnitOfWork],
  exports: [UnitOfWork],
})
export class DatabaseModule {}
