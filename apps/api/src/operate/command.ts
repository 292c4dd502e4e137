/** Owns what a command of the operator is. */
import type { LocalizedText } from '@yimen/config';
import type { Environment } from '../env/environment.js';

export interface Command {
  readonly name: string;
  /** What stands behind the name, all of it required. */
  readonly parameters: readonly string[];
  readonly help: LocalizedText;
  /** Resolves to what to tell when it is done. A `Refusal` says why it was not. */
  readonly run: (environment: Environment, parameters: readonly string[]) => Promise<LocalizedText>;
}
