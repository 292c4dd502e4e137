/** Owns the operator's command line: its table of commands, usage and exit codes. */
import type { LocalizedText } from '@yimen/config';
import { isUnavailable, openingFault } from '../database/database-fault.js';
import { EnvironmentError, readEnvironment } from '../env/environment.js';
import { Refusal } from '../refusal.js';
import { verifyAudit } from './audit.command.js';
import { backup, drill, restore } from './backup.commands.js';
import type { Command } from './command.js';
import { rotateKeys } from './keys.command.js';
import { migrate } from './migrate.command.js';
import { inviteOperator } from './operator.command.js';

/** Every command; a further one is a line here. */
const commands: readonly Command[] = [migrate, backup, restore, drill, verifyAudit, rotateKeys, inviteOperator];

/** `incomplete`: done, but not all of it; what was told says what is missing. */
export const exit = { done: 0, failed: 1, usage: 2, incomplete: 3 } as const;

export interface Output {
  readonly tell: (text: string) => void;
  readonly fail: (text: string) => void;
}

/** Runs the command that `words` name, and returns the exit code. */
export async function operate(
  words: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
  { tell, fail }: Output,
): Promise<number> {
  const [name, ...parameters] = words;
  const command = commands.find((each) => each.name === name);
  if (!command || !takes(command, parameters.length)) {
    fail(usage());
    return exit.usage;
  }
  try {
    const { warning, ...told } = await command.run(readEnvironment(variables), parameters);
    tell(both(told));
    if (!warning) return exit.done;
    fail(both(warning));
    return exit.incomplete;
  } catch (error) {
    fail(reason(error));
    return error instanceof EnvironmentError ? exit.usage : exit.failed;
  }
}

const takes = ({ parameters, optional = [] }: Command, given: number): boolean =>
  given >= parameters.length && given <= parameters.length + optional.length;

const both = ({ zh, en }: LocalizedText): string => `${zh}\n${en}\n`;

function reason(error: unknown): string {
  if (error instanceof EnvironmentError) return `环境变量有误 / the environment is not valid\n${error.message}\n`;
  if (error instanceof Refusal) return both(error.text);
  if (isUnavailable(error)) return both(openingFault(error).text);
  const message = error instanceof Error ? error.message : String(error);
  return both({ zh: `失败：${message}`, en: `failed: ${message}` });
}

function usage(): string {
  const lines = commands.map(({ name, parameters, optional = [], help }) => {
    const call = [name, ...parameters.map((each) => `<${each}>`), ...optional.map((each) => `[${each}]`)].join(' ');
    return `  ${call.padEnd(22)} ${help.zh}\n${' '.repeat(25)}${help.en}`;
  });
  return `用法 / usage: npm run operate -- <command>\n${lines.join('\n')}\n`;
}
