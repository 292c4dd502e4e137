/** Owns what a command of the operator is. */
import type { LocalizedText } from '@yimen/config';
import type { Environment } from '../env/environment.js';

/** What is told of a command that was done; a warning where it could not do all that it is for. */
export type Told = LocalizedText & { readonly warning?: LocalizedText | undefined };

export interface Command {
  readonly name: string;
  /** What stands behind the name, all of it required. */
  readonly parameters: readonly string[];
  /** What may stand behind those. */
  readonly optional?: readonly string[];
  readonly help: LocalizedText;
  /** Resolves to what to tell when it is done. A `Refusal` says why it was not. */
  readonly run: (environment: Environment, parameters: readonly string[]) => Promise<Told>;
}
