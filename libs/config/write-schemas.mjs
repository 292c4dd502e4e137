/**
 * Owns the JSON Schemas of the configuration language, written from the built package so that
 * editors complete and check documents. `--check` writes nothing and exits 1 where one is stale.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { documentJsonSchemas } from './dist/document/json-schema.js';

const folder = new URL('./schemas/', import.meta.url);
const check = process.argv.includes('--check');

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

mkdirSync(folder, { recursive: true });
const stale = [];
for (const [kind, schema] of Object.entries(documentJsonSchemas())) {
  const file = new URL(`${kind}.schema.json`, folder);
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (read(file) === text) continue;
  stale.push(`${kind}.schema.json`);
  if (!check) writeFileSync(file, text);
}

if (stale.length > 0) console.log(`${check ? 'stale' : 'written'}: ${stale.join(', ')}`);
if (check && stale.length > 0) {
  console.error('Run `node libs/config/write-schemas.mjs` after building libs/config.');
  process.exitCode = 1;
}
