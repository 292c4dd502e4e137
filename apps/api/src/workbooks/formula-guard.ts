/** Owns keeping spreadsheets from taking a text for a formula, and undoing exactly that. */

/** What spreadsheets calculate: a text behind one of these characters, half or full width. */
const CALCULATED = /^'*[=+\-@\t\r＝＋－＠]/u;

/** The text with an apostrophe before it where it would be calculated, or would lose one on the way back. */
export const guarded = (text: string): string => (CALCULATED.test(text) ? `'${text}` : text);

/** What was guarded. A text that never was comes back as it is. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && CALCULATED.test(text) ? text.slice(1) : text;
