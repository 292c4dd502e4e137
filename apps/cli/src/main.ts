/** Owns the command line: what `yimen` understands and the exit code it ends with. */
import { countyResult, emitModule, invalidOutcome, printAnswer } from '@yimen/engine';
import { Command, CommanderError } from 'commander';
import { answerFile } from './answer-file.js';
import { printBundle } from './bundle.js';
import { exitCode, UsageError } from './exit.js';
import { openEdition } from './opened-edition.js';
import { endWhereOutputFails, tell } from './output.js';

interface From {
  readonly from?: string;
}

const from = ['--from <place>', 'a folder with rules/ and forms/, or a bundle'] as const;

function program(finish: (code: number) => void): Command {
  const yimen = new Command('yimen')
    .description('Evaluate and check editions: yearly standards and intake desks')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`命令写法不对，用 yimen --help 查看用法\n${text}`) });
  yimen
    .command('evaluate <edition> <file>')
    .description('evaluate a facts document (.json), one a line (.jsonl), or standard input (-)')
    .option(...from)
    .option('--trace', 'add every rule with every condition')
    .action(async (id: string, file: string, options: From & { trace?: true }) => {
      const { edition, evaluator } = openEdition(id, options.from);
      const answering = { trace: options.trace ?? false };
      const valid = await answerFile(
        file,
        (input) => printAnswer(edition, evaluator, input, answering),
        (issues) => invalidOutcome(edition.kind, issues),
      );
      finish(valid ? exitCode.ok : exitCode.invalid);
    });
  yimen
    .command('result <edition> <file>')
    .description('the mean and grade of a county from { "planned", "scores" }')
    .option(...from)
    .action(async (id: string, file: string, options: From) => {
      const { edition } = openEdition(id, options.from);
      const valid = await answerFile(
        file,
        (input) => {
          const result = countyResult(edition, input);
          return { text: JSON.stringify(result), valid: !('status' in result) };
        },
        (issues) => ({ status: 'invalid', issues }),
      );
      finish(valid ? exitCode.ok : exitCode.invalid);
    });
  yimen
    .command('check [what]')
    .description('check an edition, a folder, or everything')
    .option(...from)
    .option('--json', 'print the issues as JSON')
    .action(async (what: string | undefined, options: From & { json?: true }) => {
      // Loaded where it is needed: proving takes far more code than evaluating.
      const { runCheck } = await import('./check.js');
      finish(await runCheck(what, options));
    });
  yimen
    .command('compile <edition>')
    .description('print the edition as a JavaScript module')
    .option(...from)
    .action((id: string, options: From) => {
      process.stdout.write(emitModule(openEdition(id, options.from).program));
    });
  yimen
    .command('bundle <edition>')
    .description('print the edition as one file that --from accepts')
    .option(...from)
    .action((id: string, options: From) => {
      process.stdout.write(printBundle(openEdition(id, options.from).edition));
    });
  return yimen;
}

/** Runs one call; wrong usage is told in both languages and ends with code 2. */
async function main(): Promise<void> {
  endWhereOutputFails();
  try {
    await program((code) => {
      process.exitCode = code;
    }).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCode.ok : exitCode.usage;
    else if (error instanceof UsageError) {
      tell(error.text);
      process.exitCode = exitCode.usage;
    } else if (isSystemError(error)) {
      tell({ zh: `不能读写文件：${error.message}`, en: `A file cannot be read or written: ${error.message}` });
      process.exitCode = exitCode.usage;
    } else throw error;
  }
}

/** An error of the file system or of a stream, as against one of this program. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error;

await main();
