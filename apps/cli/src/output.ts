/** Owns writing: results to standard output with back-pressure, messages and progress to standard error. */
import { once } from 'node:events';
import type { Issue, LocalizedText } from '@yimen/config';
import { exitCode } from './exit.js';

const BATCH = 64 * 1024;

/** Collects output and writes it in batches; waits while the reader is slow. */
export class Output {
  private pending = '';

  async write(text: string): Promise<void> {
    this.pending += text;
    if (this.pending.length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.pending;
    this.pending = '';
    if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}

/** A count on a terminal's last line; silent where standard error is not a terminal. */
export class Progress {
  private shown = 0;

  constructor(private readonly what: string) {}

  at(count: number): void {
    const now = Date.now();
    if (!process.stderr.isTTY || now - this.shown < 200) return;
    this.shown = now;
    process.stderr.write(`\r${this.what} ${count.toLocaleString('en')}`);
  }

  end(): void {
    if (process.stderr.isTTY && this.shown > 0) process.stderr.write('\r\u001b[K');
  }
}

/** A message in both languages on standard error. */
export function tell({ zh, en }: LocalizedText): void {
  process.stderr.write(`${zh}\n${en}\n`);
}

/** One issue as a line for people: place, severity, code, message, counterexample. */
export function describeIssue(issue: Issue): string {
  const place = issue.line === undefined ? '' : `:${issue.line}:${issue.column ?? 1}`;
  const pointer = issue.pointer === '' ? '' : ` (${issue.pointer})`;
  const example = issue.counterexample === undefined ? '' : `\n    ${JSON.stringify(issue.counterexample)}`;
  return `${issue.document}${place}  ${issue.severity} ${issue.code}${pointer}\n    ${issue.message.zh}\n    ${issue.message.en}${example}`;
}

/** Ends the program where its output can go nowhere: quietly when a reader goes away early, as `head` does. */
export function endWhereOutputFails(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCode.ok);
    tell({ zh: `不能写出结果：${error.message}`, en: `The output cannot be written: ${error.message}` });
    process.exit(exitCode.usage);
  });
}
