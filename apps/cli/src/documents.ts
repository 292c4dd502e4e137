/** Owns telling documents in a stream of lines: one document in all, or one a line. */
import { readAnswers } from '@yimen/config';
import type { Line } from './lines.js';

/** `detect`: a first line that is JSON by itself makes it lines; so does more than one document may hold. */
export type Form = 'document' | 'lines' | 'detect';

/** The documents of a stream, batch by batch, each numbered by its first line. Blank lines are no documents. */
export async function* documentsOf(
  batches: AsyncIterable<readonly Line[]>,
  form: Form,
  most: number,
): AsyncGenerator<readonly Line[]> {
  let held = form === 'lines' ? undefined : new Held(form, most);
  for await (const batch of batches) {
    if (held) {
      for (const line of batch) held.take(line);
      if (!held.areLines()) continue;
      yield held.lines().filter(isFilled);
      held = undefined;
    } else yield batch.filter(isFilled);
  }
  if (held) yield held.documents();
}

/** Lines that may together be one document. */
class Held {
  private readonly kept: Line[] = [];
  private size = 0;
  private firstStandsAlone: boolean | undefined;

  constructor(
    private readonly form: Form,
    private readonly most: number,
  ) {}

  /** Of a document that is known to be one, nothing is kept beyond its bound. */
  take(line: Line): void {
    this.size += 'text' in line ? line.text.length + 1 : this.most;
    if (this.form === 'detect' || this.size <= this.most) this.kept.push(line);
    if (this.firstStandsAlone === undefined && isFilled(line)) this.firstStandsAlone = standsAlone(line);
  }

  areLines(): boolean {
    return this.form === 'detect' && (this.firstStandsAlone === true || this.size > this.most);
  }

  lines(): readonly Line[] {
    return this.kept;
  }

  /** At the end of the stream: one broken document is still one, unless some line is a document by itself. */
  documents(): readonly Line[] {
    const whole = this.whole();
    if (this.form === 'document') return [whole];
    const isOne = standsAlone(whole) || !this.kept.some(standsAlone);
    return (isOne ? [whole] : this.kept).filter(isFilled);
  }

  private whole(): Line {
    const unreadable = this.kept.find((line) => 'unreadable' in line);
    if (unreadable) return unreadable;
    if (this.size > this.most + 1) return { number: 1, unreadable: 'line-too-long' };
    return { number: 1, text: this.kept.map((line) => ('text' in line ? line.text : '')).join('\n') };
  }
}

const standsAlone = (line: Line): boolean =>
  'unreadable' in line || (/^\uFEFF?\s*\{/u.test(line.text) && readAnswers(line.text).ok);

const isFilled = (line: Line): boolean => 'unreadable' in line || /[^\s\uFEFF]/u.test(line.text);
