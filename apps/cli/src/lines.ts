/** Owns cutting a stream into lines with a bound on the length of each. */

/** A line's text, or nothing where it was longer than the bound. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  readonly text?: string;
}

const NEWLINE = 10;

/** Lines of a byte stream, blank ones left out. A line over `most` bytes is skipped without keeping it in memory. */
export async function* linesOf(stream: AsyncIterable<Buffer>, most: number): AsyncGenerator<readonly Line[]> {
  let number = 1;
  let kept: Buffer[] = [];
  let length = 0;
  const finish = (part: Buffer): Line => {
    const whole = length + part.length;
    const line =
      whole > most
        ? { number }
        : { number, text: (kept.length === 0 ? part : Buffer.concat([...kept, part])).toString('utf8') };
    kept = [];
    length = 0;
    number += 1;
    return line;
  };
  for await (const chunk of stream) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      lines.push(finish(chunk.subarray(start, end)));
      start = end + 1;
    }
    const rest = chunk.subarray(start);
    length += rest.length;
    if (length > most) kept = [];
    else if (rest.length > 0) kept.push(rest);
    yield lines.filter(isFilled);
  }
  if (length > 0) yield [finish(Buffer.alloc(0))].filter(isFilled);
}

const isFilled = ({ text }: Line): boolean => text === undefined || text.trim() !== '';
