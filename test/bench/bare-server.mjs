/** Owns the least a server can do that keeps a request: one handler, one durable insert of the body. Run as a process. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fastify from 'fastify';
import { createPool } from 'mysql2/promise';

const TABLE = 'id INTEGER PRIMARY KEY';

/** The same driver and the same pragmas as the server's. */
function sqlite(folder) {
  const database = new Database(join(folder, 'bare.sqlite'));
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) database.pragma(pragma);
  database.exec(`CREATE TABLE kept (${TABLE}, body TEXT NOT NULL)`);
  const insert = database.prepare('INSERT INTO kept (body) VALUES (?)');
  return async (body) => insert.run(body).lastInsertRowid;
}

async function mysql(url) {
  const pool = createPool({ uri: url, connectionLimit: 10, charset: 'utf8mb4' });
  await pool.query(`CREATE TABLE kept (${TABLE} AUTO_INCREMENT, body LONGTEXT NOT NULL)`);
  return async (body) => (await pool.query('INSERT INTO kept (body) VALUES (?)', [body]))[0].insertId;
}

const { DATABASE_URL, DATA_DIR } = process.env;
const keep = DATABASE_URL ? await mysql(DATABASE_URL) : sqlite(DATA_DIR);
const server = fastify();
server.post('/', async (request, reply) => {
  reply.code(201);
  return { id: Number(await keep(JSON.stringify(request.body))) };
});
console.log(await server.listen({ port: 0, host: '127.0.0.1' }));
