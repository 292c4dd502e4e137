/** `npm run operate -- <command>`: the operator's commands on the database of `DATABASE_URL`; compiles what changed. */
import { buildServer, install, run } from './steps.mjs';

install();
buildServer();
run(process.execPath, ['apps/api/dist/server/operate.js', ...process.argv.slice(2)]);
