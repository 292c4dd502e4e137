import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repository } from '../support/shipped.js';

interface Cruise {
  readonly summary: { readonly violations: readonly { readonly rule: { readonly name: string } }[] };
  readonly ruleNames: readonly string[];
}

/** Runs the fences over a folder of this repository. */
function cruise(folder: string): Cruise {
  const program = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', '.dependency-cruiser.mjs', folder, '--output-type', 'json'];
  const { stdout } = spawnSync(process.execPath, args, {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const result = JSON.parse(stdout);
  return {
    summary: result.summary,
    ruleNames: result.summary.ruleSetUsed.forbidden.map((rule: { name: string }) => rule.name),
  };
}

describe('the import fences', () => {
  it('reject a planted violation each', () => {
    const { summary, ruleNames } = cruise('test/fences/fixtures');
    const bitten = new Set(summary.violations.map((violation) => violation.rule.name));
    expect(ruleNames.length).toBeGreaterThan(8);
    expect([...ruleNames].sort()).toEqual([...bitten].sort());
  });

  it('hold in the sources', () => {
    expect(cruise('libs').summary.violations).toEqual([]);
  });
});
