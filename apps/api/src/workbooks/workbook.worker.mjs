// @ts-check
/**
 * Owns reading the first sheet of a workbook, in a thread that may run out of memory or time. JavaScript, so that the
 * thread starts from the source as from the build.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';

/** @type {{ bytes: Uint8Array, mostRows: number }} */
const { bytes, mostRows } = workerData;

/** Only texts are unpacked, each into no more than its directory declares; a copy of them is what the library reads. */
const texts = unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/u.test(name) });
const copy = zipSync(texts, { level: 0 });

/** Digits stay the digits that were stored: a code is no number. @param {string} text */
const digits = (text) => (/e/iu.test(text) ? String(Number(text)) : text);

/** @param {unknown} cell */
const textOf = (cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''));

const rows = await readSheet(/** @type {ArrayBuffer} */ (copy.buffer), 1, { parseNumber: digits });
parentPort?.postMessage(rows.slice(0, mostRows).map((row) => row.map(textOf)));
