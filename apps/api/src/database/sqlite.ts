/** Owns what SQLite must be told on every opening, and the proof that it listened. */

/** The part of the driver's connection that is used here. */
interface Connection {
  pragma(text: string, options?: { simple: boolean }): unknown;
}

const wanted: readonly (readonly [pragma: string, value: string, reads: unknown])[] = [
  ['journal_mode', 'WAL', 'wal'],
  // A reopened WAL file starts at NORMAL: an acknowledged commit could be lost with the power.
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['busy_timeout', '5000', 5000],
];

/** Sets the connection up for durable commits; throws where the database does not comply. */
export function prepareSqlite(connection: Connection): void {
  for (const [pragma, value, reads] of wanted) {
    connection.pragma(`${pragma} = ${value}`);
    const read = connection.pragma(pragma, { simple: true });
    if (read !== reads)
      throw new Error(
        `SQLite 不接受 ${pragma}=${value}（读到 ${read}） / SQLite refused ${pragma}=${value}: it reads ${read}`,
      );
  }
}
