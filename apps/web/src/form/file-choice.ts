/** Owns which files may be chosen for a question, told by their names and types before anything is sent. */
import type { FileKind } from '@yimen/config';
import { fileTypes } from '@yimen/contracts';

const typesOf = (accept: readonly FileKind[]) =>
  Object.entries(fileTypes).filter(([, { kind }]) => accept.includes(kind));

/** Under which word the messages speak of what may be chosen. */
export const wordFor = (accept: readonly FileKind[]): FileKind | 'any' => {
  const [kind = 'any', ...others] = new Set(accept);
  return others.length === 0 ? kind : 'any';
};

/** What the browser's dialogue offers: types, and the ends of names for systems that do not know the types. */
export const acceptOf = (accept: readonly FileKind[]): string =>
  typesOf(accept)
    .flatMap(([type, { extensions }]) => [type, ...extensions.map((each) => `.${each}`)])
    .join(',');

/** Whether a file may be one of those; what it really is the server decides by its bytes. */
export function fits({ name, type }: File, accept: readonly FileKind[]): boolean {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return typesOf(accept).some(
    ([each, { extensions }]) => each === type || (extensions as readonly string[]).includes(extension),
  );
}
