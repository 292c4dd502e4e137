/** Owns what is wrong with a row of the condition builder, said right there. */
import type { LocalizedText } from '@yimen/config';
import { typeCondition } from '@yimen/engine/editing';
import { type FactDictionary, typedFacts } from '../fact-dictionary';
import { namedOf, partsOf, unchosen } from './field-name';
import { comparisonOf, type Group, type Row } from './query';

/** A kind of fault that has words of its own, or the words of the type rules. */
export type Fault =
  | { readonly kind: 'unfinished' | 'empty' | 'part-needed' }
  | { readonly kind: 'unknown-fact' | 'unknown-condition'; readonly id: string }
  | { readonly kind: 'untyped-fact'; readonly title: LocalizedText }
  | { readonly kind: 'types'; readonly message: LocalizedText };

/** Every fault of a tree, by the id of its row or group. */
export function faultsIn(
  query: Group,
  dictionary: FactDictionary,
  named: readonly { readonly id: string }[],
): Readonly<Record<string, Fault>> {
  const facts = typedFacts(dictionary);
  const found: Record<string, Fault> = {};
  const visit = (node: Group | Row): void => {
    const fault = 'rules' in node ? faultOfGroup(node) : faultOfRow(node, dictionary, named, facts);
    if (fault && node.id !== undefined) found[node.id] = fault;
    if ('rules' in node) for (const inner of node.rules) visit(inner);
  };
  visit(query);
  return found;
}

const faultOfGroup = ({ rules }: Group): Fault | undefined => (rules.length === 0 ? { kind: 'empty' } : undefined);

function faultOfRow(
  row: Row,
  dictionary: FactDictionary,
  named: readonly { readonly id: string }[],
  facts: ReturnType<typeof typedFacts>,
): Fault | undefined {
  const condition = namedOf(row.field);
  if (condition !== undefined)
    return named.some(({ id }) => id === condition) ? undefined : { kind: 'unknown-condition', id: condition };
  if (row.field === unchosen) return { kind: 'unfinished' };
  const comparison = comparisonOf(row);
  for (const field of [row.field, ...(row.valueSource === 'field' ? [row.value as unknown] : [])]) {
    const fault = faultOfFact(field, dictionary);
    if (fault) return fault;
  }
  if (!comparison) return { kind: 'unfinished' };
  const [issue] = typeCondition(comparison, facts, '', '');
  if (issue?.code === 'path-needed') return { kind: 'part-needed' };
  return issue && { kind: 'types', message: issue.message };
}

function faultOfFact(field: unknown, dictionary: FactDictionary): Fault | undefined {
  const fact = typeof field === 'string' ? partsOf(field)?.fact : undefined;
  if (fact === undefined) return undefined;
  const entry = dictionary.facts.get(fact);
  if (!entry) return { kind: 'unknown-fact', id: fact };
  return entry.type ? undefined : { kind: 'untyped-fact', title: entry.title };
}
