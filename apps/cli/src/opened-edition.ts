/** Owns getting one compiled edition for a command, or the reason why not. */
import type { Edition } from '@yimen/config';
import { compile, type Evaluator, type Program } from '@yimen/engine';
import { openConfiguration } from './configuration-folder.js';
import { UsageError } from './exit.js';
import { describeIssue } from './output.js';

export interface OpenedEdition {
  readonly edition: Edition;
  readonly evaluator: Evaluator;
  readonly program: Program;
}

/** Opens and compiles an edition; an unknown or faulty one is wrong usage, told with its issues. */
export function openEdition(id: string, from: string | undefined): OpenedEdition {
  const configuration = openConfiguration(from);
  if (!configuration.paths.includes(`rules/${id}/edition.json`)) {
    throw new UsageError({
      zh: `没有版本“${id}”（在 ${configuration.place}）`,
      en: `There is no edition "${id}" (in ${configuration.place})`,
    });
  }
  const parsed = configuration.edition(id);
  const compiled = parsed.ok ? compile(parsed.edition) : parsed;
  if (parsed.ok && compiled.ok)
    return { edition: parsed.edition, evaluator: compiled.evaluator, program: compiled.program };
  const issues = configuration
    .locate(id, compiled.issues)
    .filter((issue) => issue.severity === 'error')
    .map(describeIssue)
    .join('\n');
  throw new UsageError({
    zh: `版本“${id}”有错误，不能使用：\n${issues}`,
    en: `The edition "${id}" has errors and cannot be used`,
  });
}
