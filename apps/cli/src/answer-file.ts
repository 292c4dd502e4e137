/** Owns running one function over a file's documents: one JSON document, or one a line, answered in kind. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { type Issue, readAnswers } from '@yimen/config';
import { UsageError } from './exit.js';
import { type Line, linesOf } from './lines.js';
import { Output, Progress } from './output.js';

/** Longest line or document in bytes. */
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
  const stream = openInput(file);
  const one = file.endsWith('.json');
  const output = new Output();
  const progress = new Progress('evaluated');
  const held: Line[] = [];
  let valid = true;
  let count = 0;
  const print = async (line: Line): Promise<void> => {
    const answered = answerLine(line, answer, refuse);
    valid &&= answered.valid;
    count += 1;
    await output.write(`${answered.text}\n`);
  };
  for await (const lines of linesOf(stream, LONGEST)) {
    for (const line of lines) {
      if (one || (file === '-' && count === 0 && (held.length > 0 || !isDocument(line)))) held.push(line);
      else await print(line);
    }
    progress.at(count);
  }
  for (const line of whole(held, one)) await print(line);
  progress.end();
  await output.flush();
  return valid;
}

function openInput(file: string): AsyncIterable<Buffer> {
  if (file === '-') return process.stdin;
  if (!existsSync(file) || !statSync(file).isFile())
    throw new UsageError({ zh: `找不到文件“${file}”`, en: `There is no file "${file}"` });
  return createReadStream(file, { highWaterMark: 256 * 1024 });
}

/** Whether a line is a JSON document by itself. */
const isDocument = ({ text }: Line): boolean => text === undefined || readAnswers(text).ok;

/** Held lines as one document; those of standard input only where they are one together. */
function whole(held: readonly Line[], one: boolean): readonly Line[] {
  if (held.length === 0) return [];
  const texts = held.map((line) => line.text);
  const size = texts.reduce((sum, text) => sum + (text?.length ?? LONGEST + 1), 0);
  const document: Line = size > LONGEST ? { number: 1 } : { number: 1, text: texts.join('\n') };
  return one || isDocument(document) ? [document] : held;
}

function answerLine({ number, text }: Line, answer: Answering, refuse: Refusing): Answer {
  const refused = (issues: readonly Issue[]): Answer => ({ text: JSON.stringify(refuse(issues)), valid: false });
  if (text === undefined) return refused([lineTooLong(number)]);
  const read = readAnswers(text);
  if (read.ok) return answer(read.value);
  return refused(read.issues.map((issue) => ({ ...issue, line: number - 1 + (issue.line ?? 1) })));
}

function lineTooLong(line: number): Issue {
  const message = { zh: `第 ${line} 行超过 1 MB，已跳过`, en: `Line ${line} is longer than 1 MB and was skipped` };
  return { code: 'line-too-long', severity: 'error', document: 'input', pointer: '', message, line };
}
