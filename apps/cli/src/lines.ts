/** Owns cutting a byte stream into lines with a bound on the length of each. */
import { isUtf8 } from 'node:buffer';

/** Why a line has no text. */
export type Unreadable = 'line-too-long' | 'not-utf8';

/** A line by its 1-based number, blank ones included, or why it cannot be read. */
export type Line =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly unreadable: Unreadable };

const NEWLINE = 10;

/** The lines of a stream, batch by batch. A line over `most` bytes is skipped without keeping it in memory. */
export async function* linesOf(stream: AsyncIterable<Buffer>, most: number): AsyncGenerator<readonly Line[]> {
  const cutter = new Cutter(most);
  for await (const chunk of stream) yield cutter.cut(chunk);
  const last = cutter.end();
  if (last) yield [last];
}

class Cutter {
  private number = 1;
  private kept: Buffer[] = [];
  private length = 0;

  constructor(private readonly most: number) {}

  cut(chunk: Buffer): Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.keep(chunk.subarray(start, end));
      lines.push(this.finish());
      start = end + 1;
    }
    if (start < chunk.length) this.keep(chunk.subarray(start));
    return lines;
  }

  /** The line that no newline ended. */
  end(): Line | undefined {
    return this.length > 0 ? this.finish() : undefined;
  }

  private keep(part: Buffer): void {
    this.length += part.length;
    if (this.length > this.most) this.kept = [];
    else this.kept.push(part);
  }

  private finish(): Line {
    const { number, kept, length } = this;
    this.number += 1;
    this.kept = [];
    this.length = 0;
    if (length > this.most) return { number, unreadable: 'line-too-long' };
    const bytes = kept.length === 1 ? (kept[0] as Buffer) : Buffer.concat(kept);
    return isUtf8(bytes) ? { number, text: bytes.toString('utf8') } : { number, unreadable: 'not-utf8' };
  }
}
