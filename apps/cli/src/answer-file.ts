/** Owns running one function over a file's documents: one JSON document, or one a line, answered in kind. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { type Issue, readAnswers } from '@yimen/config';
import { documentsOf, type Form } from './documents.js';
import { UsageError } from './exit.js';
import { type Line, linesOf, type Unreadable } from './lines.js';
import { Output, Progress } from './output.js';

/** Longest line, and longest document of several lines, in bytes. */
const LONGEST = 1024 * 1024;

/** A document's answer as JSON text; an invalid one counts as a failure. */
export interface Answer {
  readonly text: string;
  readonly valid: boolean;
}

/** Answers a document. */
export type Answering = (input: unknown) => Answer;
/** Answers input that is not JSON. */
export type Refusing = (issues: readonly Issue[]) => object;

/** Answers every document of a file, or of standard input for `-`. Returns whether all were valid. */
export async function answerFile(file: string, answer: Answering, refuse: Refusing): Promise<boolean> {
  const lines = linesOf(openInput(file), LONGEST);
  const output = new Output();
  const progress = new Progress('evaluated');
  let valid = true;
  let count = 0;
  for await (const documents of documentsOf(lines, formOf(file), LONGEST)) {
    for (const document of documents) {
      const answered = answerLine(document, answer, refuse);
      valid &&= answered.valid;
      count += 1;
      await output.write(`${answered.text}\n`);
    }
    progress.at(count);
  }
  progress.end();
  await output.flush();
  return valid;
}

const formOf = (file: string): Form =>
  file.endsWith('.json') ? 'document' : file.endsWith('.jsonl') ? 'lines' : 'detect';

function openInput(file: string): AsyncIterable<Buffer> {
  if (file === '-') return process.stdin;
  if (!existsSync(file)) throw new UsageError({ zh: `找不到文件“${file}”`, en: `There is no file "${file}"` });
  if (statSync(file).isDirectory())
    throw new UsageError({ zh: `“${file}”是文件夹，请给出文件`, en: `"${file}" is a folder; name a file` });
  return createReadStream(file, { highWaterMark: 256 * 1024 });
}

function answerLine(line: Line, answer: Answering, refuse: Refusing): Answer {
  if ('unreadable' in line) return refused([unreadable(line.unreadable, line.number)], refuse);
  const read = readAnswers(line.text);
  if (read.ok) return answer(read.value);
  const issues = read.issues.map((issue) => ({ ...issue, line: line.number - 1 + (issue.line ?? 1) }));
  return refused(issues, refuse);
}

const refused = (issues: readonly Issue[], refuse: Refusing): Answer => ({
  text: JSON.stringify(refuse(issues)),
  valid: false,
});

const reasons: Readonly<Record<Unreadable, Issue['message']>> = {
  'line-too-long': { zh: '超过 1 MB，已跳过，请拆分', en: 'Longer than 1 MB and skipped: split it' },
  'not-utf8': { zh: '不是 UTF-8 编码，请另存为 UTF-8', en: 'Not encoded as UTF-8: save it as UTF-8' },
};

const unreadable = (code: Unreadable, line: number): Issue => ({
  code,
  severity: 'error',
  document: 'input',
  pointer: '',
  message: reasons[code],
  line,
  column: 1,
});
