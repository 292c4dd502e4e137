/** Owns what the parts of the condition builder know beside the tree: react-querybuilder hands it to each of them. */
import type { Path } from 'react-querybuilder';
import type { FactDictionary } from '../fact-dictionary';
import type { NamedTitle } from '../fact-options';
import type { Fault } from './faults';

export interface BuilderContext {
  readonly dictionary: FactDictionary;
  readonly named: readonly NamedTitle[];
  /** By the id of a row or group. */
  readonly faults: Readonly<Record<string, Fault>>;
}

export const contextOf = ({ context }: { context?: unknown }): BuilderContext => context as BuilderContext;

/** The number by which people speak of a row or group: 2.1 is the first inside the second. */
export const numberOf = (path: Path): string => path.map((index) => index + 1).join('.');
