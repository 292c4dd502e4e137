/** Owns the check that MySQL or MariaDB keeps what it acknowledges. */
import type { LocalizedText } from '@yimen/config';
import type { DataSource } from 'typeorm';

/** A warning where commits may be lost with the power, else nothing. */
export async function durabilityWarning(source: DataSource): Promise<LocalizedText | undefined> {
  if (source.options.type !== 'mysql') return undefined;
  const rows: { value: unknown }[] = await source.query('SELECT @@GLOBAL.innodb_flush_log_at_trx_commit AS value');
  const value = String(rows[0]?.value);
  if (value === '1') return undefined;
  return {
    zh: `innodb_flush_log_at_trx_commit=${value}：断电会丢失已确认的数据，请在数据库配置中设为 1`,
    en: `innodb_flush_log_at_trx_commit=${value}: acknowledged data can be lost with the power; set it to 1`,
  };
}
