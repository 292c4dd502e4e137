/** Owns `yimen check`: the checks of one edition or of all, printed for people or as JSON. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { editionIds, type Issue } from '@yimen/config';
import { compile } from '@yimen/engine';
import { check } from '@yimen/engine/check';
import type { Configuration } from './configuration.js';
import { openConfiguration, pathWithin } from './configuration-folder.js';
import { exitCode, UsageError } from './exit.js';
import { describeIssue, Output, Progress } from './output.js';

export interface CheckOptions {
  readonly from?: string;
  readonly json?: boolean;
}

interface Checked {
  readonly edition: string;
  readonly issues: readonly Issue[];
}

/** Checks `what`: an edition's id, a folder, a bundle, or everything. Returns the exit code. */
export async function runCheck(what: string | undefined, options: CheckOptions): Promise<number> {
  const { configuration, ids } = choose(what, options.from);
  if (ids.length === 0)
    throw new UsageError({
      zh: `没有可检查的版本${what === undefined ? '' : `“${what}”`}（在 ${configuration.place}）`,
      en: `There is no edition ${what === undefined ? '' : `"${what}" `}to check (in ${configuration.place})`,
    });
  const progress = new Progress('checked');
  const results = ids.map((id, index): Checked => {
    progress.at(index);
    return { edition: id, issues: checkOne(id, configuration) };
  });
  progress.end();
  const output = new Output();
  await output.write(options.json ? `${JSON.stringify(results, null, 2)}\n` : results.map(report).join('\n'));
  await output.flush();
  return results.some(({ issues }) => count(issues, 'error') > 0) ? exitCode.invalid : exitCode.ok;
}

/** An id of an edition comes before a folder of the same name. */
function choose(what: string | undefined, from: string | undefined): { configuration: Configuration; ids: string[] } {
  const place = from ?? (what !== undefined && existsSync(what) ? what : undefined);
  const configuration = openConfiguration(place);
  const known = editionIds(configuration.paths);
  if (what === undefined) return { configuration, ids: known };
  if (known.includes(what)) return { configuration, ids: [what] };
  return { configuration, ids: place === what ? known.filter((id) => isWithin(id, what, configuration.place)) : [] };
}

/** Whether an edition has its rules or forms in a folder, or the folder lies in them. */
function isWithin(id: string, what: string, root: string): boolean {
  if (!statSync(what).isDirectory()) return true;
  const folder = `${pathWithin(root, resolve(what))}/`;
  return (
    folder === '/' || [`rules/${id}/`, `forms/${id}/`].some((own) => own.startsWith(folder) || folder.startsWith(own))
  );
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

/** One edition's issues, those of one document together, and the sum of it. */
function report({ edition, issues }: Checked): string {
  const documents = [...new Set(issues.map((issue) => issue.document))];
  const grouped = documents.flatMap((document) => issues.filter((issue) => issue.document === document));
  const details = grouped.map((issue) => `${describeIssue(issue)}\n`).join('');
  const [errors, warnings, notes] = [count(issues, 'error'), count(issues, 'warning'), count(issues, 'info')];
  const mark = errors === 0 ? '✓' : '✗';
  return `${details}${mark} ${edition}: ${errors} 个错误 errors, ${warnings} 个警告 warnings, ${notes} 条说明 notes\n`;
}
