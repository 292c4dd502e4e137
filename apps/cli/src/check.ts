/** Owns `yimen check`: the checks of one edition or of all, printed for people or as JSON. */
import { existsSync, statSync } from 'node:fs';
import { editionIds, type Issue } from '@yimen/config';
import { check, compile } from '@yimen/engine';
import { type Configuration, openConfiguration } from './configuration-folder.js';
import { exitCode, UsageError } from './exit.js';
import { describeIssue, Output, Progress } from './output.js';

export interface CheckOptions {
  readonly from?: string;
  readonly json?: boolean;
}

/** Checks `what`: an edition's id, a folder, or everything. Returns the exit code. */
export async function runCheck(what: string | undefined, options: CheckOptions): Promise<number> {
  const folder = what !== undefined && existsSync(what) && statSync(what).isDirectory() ? what : undefined;
  const configuration = openConfiguration(options.from ?? folder);
  if (!configuration) throw new UsageError({ zh: `找不到“${options.from}”`, en: `"${options.from}" does not exist` });
  const known = editionIds(configuration.paths);
  const ids = what === undefined || folder !== undefined ? known : known.filter((id) => id === what);
  if (ids.length === 0)
    throw new UsageError({
      zh: `没有可检查的版本${what ? `“${what}”` : ''}（在 ${configuration.place}）`,
      en: `There is no edition ${what ? `"${what}" ` : ''}to check (in ${configuration.place})`,
    });
  const progress = new Progress('checked');
  const results = ids.map((id, index) => {
    progress.at(index);
    return { edition: id, issues: checkOne(id, configuration) };
  });
  progress.end();
  const output = new Output();
  await output.write(options.json ? `${JSON.stringify(results, null, 2)}\n` : results.map(report).join('\n'));
  await output.flush();
  return results.some(({ issues }) => count(issues, 'error') > 0) ? exitCode.invalid : exitCode.ok;
}

function checkOne(id: string, configuration: Configuration): readonly Issue[] {
  const parsed = configuration.edition(id);
  if (!parsed.ok) return parsed.issues;
  const compiled = compile(parsed.edition);
  const issues = compiled.ok ? check(parsed.edition, compiled) : compiled.issues;
  return [...parsed.issues, ...configuration.locate(id, issues)];
}

const count = (issues: readonly Issue[], severity: Issue['severity']): number =>
  issues.filter((issue) => issue.severity === severity).length;

function report({ edition, issues }: { edition: string; issues: readonly Issue[] }): string {
  const [errors, warnings] = [count(issues, 'error'), count(issues, 'warning')];
  const details = issues.map((issue) => `${describeIssue(issue)}\n`).join('');
  return `${details}${errors === 0 ? '✓' : '✗'} ${edition}: ${errors} 个错误 errors, ${warnings} 个警告 warnings, ${count(issues, 'info')} 条说明 notes\n`;
}
