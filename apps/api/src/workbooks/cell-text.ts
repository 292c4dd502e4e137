/** Owns how a text stands in a cell of a workbook, and what of it comes back. */
import { guarded } from './formula-guard.js';

/**
 * What a workbook and a Word document cannot hold: control characters but tabs and line feeds, halves of characters and
 * what stands for those.
 */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/gu;

const printable = (text: string): string => text.replaceAll(/\r\n?/gu, '\n').replaceAll(UNPRINTABLE, '');

/** The text as it comes back from an office file into which it was written: trimmed, lines ended by line feeds. */
export const plainText = (text: string): string => printable(text).trim();

/** What is written into a cell for a text, so that nothing calculates it and it is read back as it was. */
export const cellText = (text: string): string => escaped(guarded(printable(text)));

/**
 * In a workbook `_x0041_` stands for a character; what only looks like it says so. The library looks texts up in a plain
 * object: one that such an object has anyway (`constructor`) is written so that it is another key.
 */
function escaped(cell: string): string {
  const plain = cell.replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
  return plain in {} ? `_x${plain.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${plain.slice(1)}` : plain;
}
