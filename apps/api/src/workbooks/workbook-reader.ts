/** Owns reading workbooks that nobody vouches for: what they declare is limited first, then time and memory. */
import { Worker } from 'node:worker_threads';
import { type Issue, type LocalizedText, type Parsed, pointerTo } from '@yimen/config';
import { unzipSync } from 'fflate';

const MEGABYTE = 1024 * 1024;

/** Most parts of an archive, and most bytes that all of them together unpack to. */
const MOST_PARTS = 200;
const MOST_UNPACKED = 16 * MEGABYTE;

const MOST_SECONDS = 10;
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 } as const;

/** Cells as texts, row by row from the first of the sheet: numbers by their digits, days as `YYYY-MM-DD`. */
export type SheetRows = readonly (readonly string[])[];

/** One at a time: their memory adds up. */
let last: Promise<unknown> = Promise.resolve();

/** The first sheet of a workbook, at most `mostRows` of it; what is none, or asks for too much, gives issues. */
export function readWorkbook(bytes: Uint8Array, document: string, mostRows: number): Promise<Parsed<SheetRows>> {
  const fault = archiveFault(bytes);
  if (fault) return Promise.resolve(refused(document, fault));
  const read = last.then(() => readApart(bytes, mostRows));
  last = read;
  return read.then((result) =>
    'code' in result ? refused(document, result) : { ok: true, value: result.rows, issues: [] },
  );
}

interface Fault {
  readonly code: string;
  readonly message: LocalizedText;
  /** The part of the archive at fault. */
  readonly part?: string;
}

/** What the archive's directory says of itself; nothing is unpacked for it. */
function archiveFault(bytes: Uint8Array): Fault | undefined {
  let [parts, unpacked, fault] = [0, 0, undefined as Fault | undefined];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        unpacked += originalSize;
        if (parts > MOST_PARTS || unpacked > MOST_UNPACKED) fault ??= { ...tooLarge, part: name };
        return false;
      },
    });
  } catch {
    return noWorkbook;
  }
  return parts === 0 ? noWorkbook : fault;
}

/** Reads in a thread that is ended when it takes too long and ends itself when it needs too much. */
function readApart(bytes: Uint8Array, mostRows: number): Promise<{ readonly rows: SheetRows } | Fault> {
  const worker = new Worker(new URL('./workbook.worker.mjs', import.meta.url), {
    workerData: { bytes, mostRows },
    resourceLimits: MEMORY,
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(tooHeavy), MOST_SECONDS * 1000);
    worker.once('message', (rows: SheetRows) => resolve({ rows }));
    worker.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error.name === 'RangeError' ? tooHeavy : noWorkbook),
    );
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve(noWorkbook);
    });
  }).then(async (result) => {
    await worker.terminate();
    return result as { readonly rows: SheetRows } | Fault;
  });
}

const refused = (document: string, { code, message, part }: Fault): { ok: false; issues: Issue[] } => ({
  ok: false,
  issues: [{ code, severity: 'error', document, pointer: part === undefined ? '' : pointerTo('', part), message }],
});

const noWorkbook: Fault = {
  code: 'bad-workbook',
  message: {
    zh: '打不开这个文件，请用 Excel 或 WPS 另存为 .xlsx 后再试',
    en: 'The file cannot be opened; save it as .xlsx and try again',
  },
};

const tooLarge: Fault = {
  code: 'workbook-too-large',
  message: {
    zh: '工作簿展开后过大，请删去多余的工作表和图片',
    en: 'The workbook unpacks to too much; remove sheets and pictures that are not needed',
  },
};

const tooHeavy: Fault = {
  code: 'workbook-too-heavy',
  message: {
    zh: '工作表过大，读取不完，请删去表格以外的格子',
    en: 'The sheet is too large to be read; remove the cells outside of the table',
  },
};
