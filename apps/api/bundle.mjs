/** Owns putting the compiled server into few files: a process that reads a thousand of them starts half as fast. */
import { build } from 'rolldown';

await build({
  cwd: import.meta.dirname,
  input: {
    main: 'dist/main.js',
    operate: 'dist/operate.js',
    'proof.worker': 'dist/studio/proof.worker.mjs',
    'workbook.worker': 'dist/workbooks/workbook.worker.mjs',
  },
  platform: 'node',
  external: [
    // Native, or loaded by name by another package as well: there is one of each.
    /^(better-sqlite3|@node-rs\/argon2|typeorm|mysql2|reflect-metadata)(\/|$)/,
    // Nest asks for these where they are installed.
    /^(@nestjs\/(microservices|websockets|platform-express)|@fastify\/view|class-transformer|class-validator)(\/|$)/,
  ],
  // Packages that know the browser as well say `use client`.
  checks: { moduleLevelDirective: false },
  output: {
    // As deep as what it is made of: paths to the repository are counted from there.
    dir: 'dist/server',
    cleanDir: true,
    format: 'esm',
    entryFileNames: ({ name }) => (name.endsWith('.worker') ? '[name].mjs' : '[name].js'),
  },
});
