/** Owns the one shape in which every part of the project reports what is wrong and where. */

/** The same words in both languages of the product. */
export interface LocalizedText {
  readonly zh: string;
  readonly en: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** Something wrong (or worth knowing) at a place in a document or in an input. */
export interface Issue {
  /** Stable kebab-case code, the contract of tests and editors. */
  readonly code: string;
  readonly severity: Severity;
  /** Path of the document (`rules/…/lists.json`), or `input` for facts. */
  readonly document: string;
  /** RFC 6901 JSON pointer inside the document; empty for the whole of it. */
  readonly pointer: string;
  readonly message: LocalizedText;
  /** 1-based place in the text, where the text is known. */
  readonly line?: number;
  readonly column?: number;
  /** Facts that show the problem, in the shape `evaluate` takes. */
  readonly counterexample?: unknown;
}

/** A value, with warnings perhaps, or the errors that prevented it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };
