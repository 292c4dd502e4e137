/** Owns how a value is taken apart into what changes by itself, and put together again. */
import { isObject } from '../json/same.js';
import { type Step, stepOf, type Token } from './change.js';
import { identitiesOf } from './identity.js';
import { schemaOf, viewOfSchema } from './questions.js';
import { isWhole } from './whole.js';

/** The parts of a value: by key, by id, in a sequence, or the questions of a form's schema. */
export interface Node {
  readonly form: 'record' | 'named' | 'sequence' | 'questions';
  readonly entries: ReadonlyMap<Token, unknown>;
  /** Of questions: the order of what is required and of the branches. */
  readonly order?: readonly string[];
}

/** The parts of values at the same place, in the same form each; undefined where one of them is one thing. */
export function nodesOf(path: readonly Step[], values: readonly unknown[]): readonly Node[] | undefined {
  if (values.some((value) => isWhole(path, value))) return undefined;
  if (values.every(Array.isArray)) return values.map(sequenceOf);
  if (!values.every(isObject)) return undefined;
  if (isSchemaPlace(path)) return questionNodes(values) ?? values.map(recordOf);
  return values.map(isNamedPlace(path) ? namedOf : recordOf);
}

/** The questions of values that are schemas, where all of them can be seen so. */
export function questionNodes(values: readonly unknown[]): readonly Node[] | undefined {
  const views = values.flatMap((value) => viewOfSchema(value) ?? []);
  return views.length === values.length ? views.map((view) => ({ form: 'questions', ...view })) : undefined;
}

/** A value from its parts. */
export function writtenNode({ form, entries, order = [] }: Node): unknown {
  if (form === 'sequence') return [...entries.values()];
  if (form === 'questions') return schemaOf(entries, order);
  return Object.fromEntries([...entries].map(([token, value]) => [token.slice(1), value]));
}

export const recordOf = (value: object): Node => ({
  form: 'record',
  entries: new Map(Object.entries(value).map(([key, inner]): [Token, unknown] => [`.${key}`, inner])),
});

const namedOf = (value: object): Node => ({
  form: 'named',
  entries: new Map(Object.entries(value).map(([id, inner]): [Token, unknown] => [`#${id}`, inner])),
});

function sequenceOf(items: readonly unknown[]): Node {
  const ids = identitiesOf(items);
  return { form: 'sequence', entries: new Map(items.map((item, index): [Token, unknown] => [`#${ids[index]}`, item])) };
}

const isOnly = (path: readonly Step[], key: string): boolean => {
  const [first] = path;
  return path.length === 1 && first !== undefined && 'key' in first && first.key === key;
};

export const isSchemaPlace = (path: readonly Step[]): boolean => isOnly(path, 'schema');

/** The conditions of a document of conditions: an object of ids. */
const isNamedPlace = (path: readonly Step[]): boolean => isOnly(path, 'conditions');

/** The ids of a node's parts. */
export const idsOf = (tokens: Iterable<Token>): string[] => [...tokens].map((token) => token.slice(1));

/** The path one step further. */
export const further = (path: readonly Step[], token: Token): readonly Step[] => [...path, stepOf(token)];
