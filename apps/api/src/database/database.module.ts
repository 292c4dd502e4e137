/** Owns opening the database at boot: connection, durability, migrations. */
import { Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ENVIRONMENT, type Environment } from '../env/environment.js';
import { dataSourceOptions } from './data-source.js';
import { DatabaseFault, openingFault } from './database-fault.js';
import { durabilityWarning } from './mysql.js';
import { bringUpToDate } from './schema.js';
import { UnitOfWork } from './unit-of-work.js';

/** Opens the database with its schema brought up to date. */
async function openDatabase(options?: DataSourceOptions): Promise<DataSource> {
  if (!options) throw new Error('no data source options');
  try {
    await bringUpToDate(options);
    const source = await new DataSource(options).initialize();
    const warning = await durabilityWarning(source);
    if (warning) new Logger('Database').warn(`${warning.zh}\n${warning.en}`);
    return source;
  } catch (error) {
    throw openingFault(error);
  }
}

@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [ENVIRONMENT],
      useFactory: ({ database }: Environment) => ({
        ...dataSourceOptions(database),
        retryAttempts: database.kind === 'mysql' ? 10 : 1,
        toRetry: (error: unknown) => error instanceof DatabaseFault && error.passes,
      }),
      dataSourceFactory: openDatabase,
    }),
  ],
  providers: [UnitOfWork],
  exports: [UnitOfWork],
})
export class DatabaseModule {}
