/** Owns the operator's command that brings the schema up to date without serving. */
import { dataSourceOptions } from '../database/data-source.js';
import { bringUpToDate } from '../database/schema.js';
import type { Command } from './command.js';

export const migrate: Command = {
  name: 'migrate',
  parameters: [],
  help: {
    zh: '把数据库升级到当前版本，不启动服务',
    en: 'brings the database up to date without serving',
  },
  run: async ({ database }) => {
    await bringUpToDate(dataSourceOptions(database));
    return { zh: '数据库已是当前版本', en: 'the database is up to date' };
  },
};
