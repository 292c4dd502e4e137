/** `npm run operate -- <command>`: the operator's commands on the database of `DATABASE_URL`; compiles what changed. */
import { install, run, runInstalled } from './steps.mjs';

install();
runInstalled('typescript/bin/tsc', ['-b', 'apps/api']);
run(process.execPath, ['apps/api/dist/server/operate.js', ...process.argv.slice(2)]);
