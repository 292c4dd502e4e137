/**
 * Owns plain statements on single tables, for what every request reads and writes: their text is composed once from the
 * entity, where TypeORM's builders compose it each time, which takes several times as long as running it.
 */
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Transaction } from './transaction.js';

/** What drivers bind and return for the columns of this server. */
type Value = string | number | null;
type Key<Row> = { readonly [Name in keyof Row]?: Value };

interface Table {
  readonly name: string;
  /** Names of columns by the names of their properties, as statements write them. */
  readonly columns: ReadonlyMap<string, string>;
  /** Texts of statements, by what they are for. */
  readonly texts: Map<string, string>;
}

const tables = new WeakMap<object, Table>();

const escapeIn =
  ({ connection }: Transaction) =>
  (name: string): string =>
    connection.driver.escape(name);

function tableOf<Row extends ObjectLiteral>(transaction: Transaction, entity: EntityTarget<Row>): Table {
  const metadata = transaction.connection.getMetadata(entity);
  const known = tables.get(metadata);
  if (known) return known;
  const escaped = escapeIn(transaction);
  const columns = metadata.columns.map(
    ({ propertyName, databaseName }) => [propertyName, escaped(databaseName)] as const,
  );
  const table = { name: escaped(metadata.tableName), columns: new Map(columns), texts: new Map() };
  tables.set(metadata, table);
  return table;
}

/** The text for a purpose, composed the first time. */
function textFor({ texts }: Table, purpose: string, compose: () => string): string {
  const known = texts.get(purpose) ?? compose();
  texts.set(purpose, known);
  return known;
}

const columnOf = ({ columns, name }: Table, property: string): string => {
  const column = columns.get(property);
  if (column === undefined) throw new Error(`${name} has no ${property}`);
  return column;
};

const equal = (table: Table, names: readonly string[], between: string): string =>
  names.map((name) => `${columnOf(table, name)} = ?`).join(between);

/** Values that one statement may bind; SQLite takes 32,766. */
const MOST_VALUES = 30_000;

/** Inserts rows that all have the same properties. */
export async function insertRows<Row extends ObjectLiteral>(
  transaction: Transaction,
  entity: EntityTarget<Row>,
  rows: readonly Partial<Row>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const names = Object.keys(first);
  const most = Math.floor(MOST_VALUES / names.length);
  for (let from = 0; from < rows.length; from += most)
    await insertTogether(transaction, entity, names, rows.slice(from, from + most));
}

async function insertTogether<Row extends ObjectLiteral>(
  transaction: Transaction,
  entity: EntityTarget<Row>,
  names: readonly string[],
  rows: readonly Partial<Row>[],
): Promise<void> {
  const table = tableOf(transaction, entity);
  const text = textFor(table, `insert ${rows.length} ${names}`, () => {
    const places = `(${names.map(() => '?').join(', ')})`;
    const columns = names.map((name) => columnOf(table, name)).join(', ');
    return `INSERT INTO ${table.name} (${columns}) VALUES ${rows.map(() => places).join(', ')}`;
  });
  await transaction.query(
    text,
    rows.flatMap((row) => names.map((name) => row[name] as Value)),
  );
}

/** Rows that wait for the end of their transaction, by their entity. */
const waiting = new WeakMap<Transaction, Map<EntityTarget<ObjectLiteral>, ObjectLiteral[]>>();

/**
 * Inserts a row at the end of the transaction, together with those of its kind that others insert: what shares a commit
 * shares statements. Nobody can read it in the transaction before; one that exists already fails everything in it.
 */
export function insertLast<Row extends ObjectLiteral>(
  transaction: Transaction,
  entity: EntityTarget<Row>,
  row: Partial<Row>,
): void {
  const rows = waiting.get(transaction) ?? new Map<EntityTarget<ObjectLiteral>, ObjectLiteral[]>();
  waiting.set(transaction, rows);
  const others = rows.get(entity);
  if (others) others.push(row);
  else rows.set(entity, [row]);
}

/** Inserts the rows that wait for it, in the order in which the data source names the entities. */
export async function insertWaiting(transaction: Transaction): Promise<void> {
  const order = transaction.connection.options.entities as readonly unknown[];
  const kinds = [...(waiting.get(transaction) ?? [])];
  kinds.sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  for (const [entity, rows] of kinds) await insertRows(transaction, entity, rows);
  waiting.delete(transaction);
}

/** The row with a key, `held` until the transaction ends. SQLite's transactions stand in line as it is. */
export async function findRow<Row extends ObjectLiteral>(
  transaction: Transaction,
  entity: EntityTarget<Row>,
  key: Key<Row>,
  held = false,
): Promise<Row | undefined> {
  const table = tableOf(transaction, entity);
  const names = Object.keys(key);
  const lock = held && transaction.connection.options.type === 'mysql' ? ' FOR UPDATE' : '';
  const text = textFor(table, `find ${names}${lock}`, () => {
    const columns = [...table.columns].map(([property, column]) => `${column} AS ${escapeIn(transaction)(property)}`);
    return `SELECT ${columns.join(', ')} FROM ${table.name} WHERE ${equal(table, names, ' AND ')}${lock}`;
  });
  const [row] = (await transaction.query(text, Object.values(key))) as Row[];
  return row;
}

/** Changes the row with a key. */
export async function updateRow<Row extends ObjectLiteral>(
  transaction: Transaction,
  entity: EntityTarget<Row>,
  key: Key<Row>,
  change: Partial<Row>,
): Promise<void> {
  const table = tableOf(transaction, entity);
  const [names, changed] = [Object.keys(key), Object.keys(change)];
  const text = textFor(
    table,
    `update ${names} ${changed}`,
    () => `UPDATE ${table.name} SET ${equal(table, changed, ', ')} WHERE ${equal(table, names, ' AND ')}`,
  );
  await transaction.query(text, [...Object.values(change), ...Object.values(key)] as Value[]);
}
