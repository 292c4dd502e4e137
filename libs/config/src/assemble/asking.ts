/** Owns the checks of asking conditions across forms, and their closure. */
import type { Comparison, Condition } from '../document/rule.js';
import type { BaseFact } from '../fact.js';
import type { Issue } from '../issue.js';
import { canonicalJson } from '../json/canonical.js';
import { errorAt } from '../report.js';
import { testedFacts } from './asked.js';

type Facts = ReadonlyMap<string, BaseFact>;

/**
 * The facts with the asking conditions of the facts they depend on added, so that a fact is asked
 * exactly when its own `askedWhen` holds on the answers given.
 */
export function closeAsking(facts: Facts, issues: Issue[]): Map<string, BaseFact> {
  for (const fact of facts.values()) checkTests(fact, facts, issues);
  return new Map([...facts].map(([id, fact]) => [id, { ...fact, askedWhen: closure(fact, facts, issues) }]));
}

function closure(fact: BaseFact, facts: Facts, issues: Issue[]): Condition[] {
  const conditions = new Map<string, Condition>();
  const visited = new Set<string>();
  const visit = (id: string): void => {
    if (visited.has(id)) return;
    visited.add(id);
    const asked = facts.get(id)?.askedWhen ?? [];
    for (const tested of testedFacts(asked)) visit(tested);
    for (const condition of asked) conditions.set(canonicalJson(condition), condition);
    if (id !== fact.id && testedFacts(asked).includes(fact.id)) issues.push(cyclic(fact));
  };
  visit(fact.id);
  if (testedFacts(fact.askedWhen).includes(fact.id)) issues.push(cyclic(fact));
  return [...conditions.values()];
}

const cyclic = ({ id, document, pointer }: BaseFact): Issue =>
  errorAt(
    'cyclic-question',
    document,
    pointer,
    `“${id}”是否要问取决于它自己`,
    `Whether "${id}" is asked depends on itself`,
  );

function checkTests(fact: BaseFact, facts: Facts, issues: Issue[]): void {
  for (const condition of fact.askedWhen as readonly Comparison[]) {
    const tested = facts.get(condition.fact);
    const at = [fact.document, fact.pointer] as const;
    if (!tested) {
      issues.push(
        errorAt(
          'unknown-fact',
          ...at,
          `if 检验的“${condition.fact}”不是表单问题`,
          `The if tests "${condition.fact}", which no form asks`,
        ),
      );
    } else if (!fits(condition, tested)) {
      issues.push(
        errorAt(
          'unsupported-if',
          ...at,
          `if 的检验与“${condition.fact}”的类型或选项不符`,
          `The test of the if does not fit the type or choices of "${condition.fact}"`,
        ),
      );
    }
  }
}

/** Whether a test can hold at all: a value of the fact's type, one of its choices; bounds on numbers only. */
function fits({ operator, value }: Comparison, { type }: BaseFact): boolean {
  if (operator !== 'equal' && operator !== 'in') return type.kind === 'number';
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (type.kind === 'choice') return values.every((item) => type.choices.some(({ id }) => id === item));
  if (type.kind === 'text') return values.every((item) => typeof item === 'string');
  return values.every((item) => typeof item === type.kind);
}
