/** Owns making a name that a client sent fit to be shown, stored and offered for saving. */

/** Most characters of a name. */
const LONGEST = 200;

/** Control characters, marks that reorder or hide text, halves of characters, ends of lines. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The last part of a name, of characters that can be seen; one that has none is named by its extension alone. */
export function cleanName(sent: string, extension: string): string {
  const last = sent.normalize('NFC').replace(UNSEEN, '').split(/[/\\]/u).at(-1) ?? '';
  const name = last.replace(/^[.\s]+|[.\s]+$/gu, '');
  return name === '' ? `file.${extension}` : shortened(name);
}

/** The end of a file's name that says what it is, in small letters; empty where it has none. */
export const extensionOf = (name: string): string => endOf(name).slice(1).toLowerCase();

const endOf = (name: string): string => /\.[^.\s]{1,20}$/u.exec(name)?.[0] ?? '';

function shortened(name: string): string {
  const end = endOf(name);
  const start = [...name.slice(0, name.length - end.length)];
  return start.slice(0, LONGEST - [...end].length).join('') + end;
}
