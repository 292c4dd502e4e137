/** Owns the operator's commands around backups. */
import { resolve } from 'node:path';
import type { LocalizedText } from '@yimen/config';
import { writeBackup } from '../backup/backup-writer.js';
import { drillBackup } from '../backup/drill.js';
import type { Manifest, MissingFile } from '../backup/manifest.js';
import { restoreBackup } from '../backup/restore.js';
import type { Command, Told } from './command.js';

export const backup: Command = {
  name: 'backup',
  parameters: ['file'],
  help: {
    zh: '把数据库和附件备份成一个文件，服务不必停；会话和一次性链接不在其中',
    en: 'backs database and files up into one file, while the server runs; without sessions and one-time links',
  },
  run: async (environment, [file = '']) =>
    told({ zh: '已备份', en: 'backed up' }, await writeBackup(environment, resolve(file))),
};

export const restore: Command = {
  name: 'restore',
  parameters: ['file'],
  help: {
    zh: '把备份恢复到空的数据库和数据目录，并升级到当前版本；所有人要重新登录',
    en: 'restores a backup into an empty database and data folder and upgrades it; everybody signs in again',
  },
  run: async (environment, [file = '']) =>
    told({ zh: '已恢复并核对', en: 'restored and compared' }, await restoreBackup(environment, resolve(file))),
};

export const drill: Command = {
  name: 'drill',
  parameters: ['file'],
  help: {
    zh: '演练：把备份恢复到临时位置，逐表核对后删除，不碰现有数据',
    en: 'a drill: restores a backup into a scratch place, compares every table, removes it; touches no data',
  },
  run: async (environment, [file = '']) =>
    told(
      { zh: '演练成功，逐表一致', en: 'the drill went well, every table is equal' },
      await drillBackup(environment, resolve(file)),
    ),
};

/** How much there was, table by table. */
function told(done: LocalizedText, { createdAt, tables, files, missing }: Manifest): Told {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const lines = tables.map(({ name, rows: count, hash }) => `  ${name} ${count} ${hash}`).join('\n');
  return {
    zh: `${done.zh}：${createdAt}，${tables.length} 张表 ${rows} 行，${files.length} 个文件`,
    en: `${done.en}: ${createdAt}, ${tables.length} tables with ${rows} rows, ${files.length} files\n${lines}`,
    warning: missing.length > 0 ? warningOf(missing) : undefined,
  };
}

const states = { gone: ['不见了', 'gone'], damaged: ['已损坏', 'damaged'] } as const;

function warningOf(missing: readonly MissingFile[]): LocalizedText {
  const each = (language: 0 | 1) => missing.map(({ hash, state }) => `  ${hash} ${states[state][language]}`).join('\n');
  return {
    zh: `注意：${missing.length} 个文件在存放处已丢失或损坏，备份里没有，请从更早的备份找回：\n${each(0)}`,
    en: `Mind: ${missing.length} files are lost or damaged in their place and not in the backup; look for them in earlier ones:\n${each(1)}`,
  };
}
