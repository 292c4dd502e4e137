/** Owns the named conditions as builders of conditions offer them. */
import type { Dictionary } from '@yimen/engine/editing';
import type { NamedTitle } from '../../rules/fact-options';

export const namedIn = (dictionary: Dictionary): NamedTitle[] =>
  [...dictionary.conditions].map(([id, title]) => ({ id, title }));
