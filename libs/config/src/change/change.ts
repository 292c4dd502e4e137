/** Owns what a change of documents is, and how the place of a change is named. */
import { pointerTo } from '../json/pointer.js';

/** An edition's documents as parsed JSON by path; of cases the array of their lines. A draft's may be invalid. */
export type Documents = Readonly<Record<string, unknown>>;

/** One step into a document: a key of an object, or the id of one among siblings. */
export type Step = { readonly key: string } | { readonly id: string };

/**
 * One change. `path` names it by ids, so that it can be applied where siblings stand elsewhere. Inside a form's
 * `schema` a question is one step wherever it is declared; its `required` and `askedWhen` (the `if` of its branch)
 * are keys of its own there, and `order` is the order of what is required and of the branches, which means nothing.
 */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly document: string;
  /** Into the documents after the change; into those before it where the thing is removed. */
  readonly pointer: string;
  /** Empty: the document itself. */
  readonly path: readonly Step[];
  readonly before?: unknown;
  readonly after?: unknown;
  /** Of an added or moved item of an array: the id of the item right before it; null where it is the first. */
  readonly behind?: string | null;
}

/** A step as one text: keys and ids never meet. */
export type Token = `.${string}` | `#${string}`;

export const tokenOf = (step: Step): Token => ('key' in step ? `.${step.key}` : `#${step.id}`);

export const stepOf = (token: Token): Step =>
  token.startsWith('.') ? { key: token.slice(1) } : { id: token.slice(1) };

/** The name of a place: the same wherever its siblings stand. */
export const placeKey = (document: string, path: readonly Step[]): string =>
  `${document}#${pointerTo('', ...path.map(tokenOf))}`;
