/** Owns what a place of configuration offers, whether it is a folder or a bundle. */
import type { EditionResult, Issue } from '@yimen/config';

/** Where editions come from. */
export interface Configuration {
  /** The folder or file, as it is named in messages. */
  readonly place: string;
  readonly paths: readonly string[];
  readonly edition: (id: string) => EditionResult;
  /** The issues with line and column where the text is at hand. */
  readonly locate: (id: string, issues: readonly Issue[]) => readonly Issue[];
}
