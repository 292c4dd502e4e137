import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { repository } from '../support/shipped.js';
import { describeConformance } from './conformance.js';

describeConformance('the command line', async (edition, inputs) => {
  const lines = inputs.map((input) => JSON.stringify(input)).join('\n');
  const printed = execFileSync(
    process.execPath,
    [join(repository, 'apps/cli/bin/yimen.js'), 'evaluate', edition.id, '-'],
    { input: lines, cwd: repository, encoding: 'utf8' },
  );
  return printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
});
