/** Owns the reasons for which a backup is neither taken nor restored. */
import { Refusal } from '../refusal.js';

export const damaged = (what: string): Refusal =>
  new Refusal('unacceptable', 'damaged-backup', {
    zh: `备份已损坏或不完整（${what}），没有恢复任何内容，请换一份备份`,
    en: `The backup is damaged or incomplete (${what}); nothing was restored; take another one`,
  });

export const newerBackup = (names: string): Refusal =>
  new Refusal('unacceptable', 'newer-backup', {
    zh: `备份来自更新的版本（${names}），没有恢复任何内容，请先升级程序`,
    en: `The backup was made by a newer version (${names}); nothing was restored; upgrade the program first`,
  });

export const notEmpty = (place: string): Refusal =>
  new Refusal('conflict', 'not-empty', {
    zh: `只能恢复到空的地方，但“${place}”里已有内容。请把 DATABASE_URL 和 DATA_DIR 指向空的数据库和目录，或先移走现有内容`,
    en: `A backup is restored into an empty place only, and "${place}" is not. Point DATABASE_URL and DATA_DIR to an empty database and folder, or move what is there away`,
  });

export const nothingToBackUp = (): Refusal =>
  new Refusal('not-found', 'nothing-to-back-up', {
    zh: '这里没有数据库，请检查 DATABASE_URL 和 DATA_DIR',
    en: 'There is no database here; check DATABASE_URL and DATA_DIR',
  });

export const fileExists = (path: string): Refusal =>
  new Refusal('conflict', 'file-exists', {
    zh: `“${path}”已存在，请换一个文件名`,
    en: `"${path}" exists already; choose another name`,
  });
