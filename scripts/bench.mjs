/** `npm run bench`: builds and runs every bench in turn; each prints ratios measured in its own run. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, root, run } from './steps.mjs';

install();
build();
for (const bench of ['engine', 'cli', 'transfer', 'server', 'impact']) {
  const file = join('test/bench', `${bench}.mjs`);
  // A bench may use what tests use, which is TypeScript.
  if (existsSync(join(root, file))) run(process.execPath, ['--import', 'tsx', file]);
}
