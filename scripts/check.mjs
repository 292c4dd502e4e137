/** `npm run check`: format and lint, types, import fences, published schemas, shipped configuration. */
import { install, run, runInstalled } from './steps.mjs';

install();
console.log('› format and lint');
runInstalled('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']);
console.log('› types');
runInstalled('typescript/bin/tsc', ['-b']);
console.log('› import fences');
runInstalled('dependency-cruiser/bin/dependency-cruise.mjs', [
  '--config',
  '.dependency-cruiser.mjs',
  'libs',
  'apps',
  '--output-type',
  'err',
]);
console.log('› published schemas');
run(process.execPath, ['libs/config/write-schemas.mjs', '--check']);
console.log('› shipped configuration');
run(process.execPath, ['apps/cli/bin/yimen.js', 'check']);
