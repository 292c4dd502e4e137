/** Owns typing the facts of an edition: the asking order of questions, the dependency order of formulas, cycles. */
import type { BaseFact, Condition, DerivedFact, Edition, Issue } from '@yimen/config';
import { factsOf } from '../formula/expression.js';
import { type Scope, typeFormula } from '../formula/typing.js';
import { conditionFacts } from '../rule/condition.js';
import { typeCondition } from '../rule/typing.js';
import type { BaseNode, DerivedNode, TypedFact } from './program.js';

export interface TypedFacts {
  readonly base: readonly BaseNode[];
  readonly derived: readonly DerivedNode[];
  readonly facts: ReadonlyMap<string, TypedFact>;
  /** Base facts behind some facts: themselves, what formulas read, what asking depends on. */
  readonly needsOf: (facts: Iterable<string>) => Set<string>;
}

/** Orders and types all facts. Failing formulas are left out and reported. */
export function typeFacts(edition: Edition, issues: Issue[]): TypedFacts {
  const named = new Map([...edition.conditions.values()].map(({ id, conditions }) => [id, conditions]));
  const base = orderQuestions([...edition.facts.values()], named, issues);
  const facts = new Map<string, TypedFact>(
    base.map(({ fact }) => [fact.id, { type: fact.type, blank: fact.askedWhen.length > 0 }]),
  );
  for (const { fact } of base) {
    for (const condition of fact.askedWhen)
      issues.push(...typeCondition(condition, facts, fact.document, fact.pointer));
  }
  const derived: DerivedNode[] = [];
  const needs = new Map<string, ReadonlySet<string>>(
    base.map((node) => [node.fact.id, new Set([...node.askedBy, node.fact.id])]),
  );
  const needsOf = (ids: Iterable<string>): Set<string> => new Set([...ids].flatMap((id) => [...(needs.get(id) ?? [])]));
  typeFormulas(edition, facts, issues, (fact, expression) => {
    const node = { fact, expression, needs: needsOf(factsOf(expression)) };
    derived.push(node);
    needs.set(fact.id, node.needs);
  });
  return { base, derived, facts, needsOf };
}

/** Questions such that whatever decides about asking one comes before it. */
function orderQuestions(
  questions: readonly BaseFact[],
  named: ReadonlyMap<string, Condition>,
  issues: Issue[],
): BaseNode[] {
  const byId = new Map(questions.map((fact) => [fact.id, fact]));
  const done = new Map<string, BaseNode | 'open'>();
  const ordered: BaseNode[] = [];
  const visit = (fact: BaseFact): ReadonlySet<string> => {
    const known = done.get(fact.id);
    if (known === 'open') {
      issues.push({
        code: 'cyclic-question',
        severity: 'error',
        document: fact.document,
        pointer: fact.pointer,
        message: {
          zh: `“${fact.title.zh}”是否要问取决于它自己`,
          en: `Whether "${fact.title.en}" is asked depends on itself`,
        },
      });
      return new Set();
    }
    if (known) return known.askedBy;
    done.set(fact.id, 'open');
    const askedBy = new Set<string>();
    for (const id of fact.askedWhen.flatMap((condition) => [...conditionFacts(condition, named)])) {
      const other = byId.get(id);
      if (!other) continue;
      askedBy.add(id);
      for (const inner of visit(other)) askedBy.add(inner);
    }
    const node = { fact, askedBy };
    done.set(fact.id, node);
    ordered.push(node);
    return askedBy;
  };
  for (const fact of questions) visit(fact);
  return ordered;
}

type Accept = (fact: DerivedFact, expression: DerivedNode['expression']) => void;

function typeFormulas(edition: Edition, facts: Map<string, TypedFact>, issues: Issue[], accept: Accept): void {
  const state = new Map<string, 'open' | 'failed' | 'done'>();
  const path: string[] = [];
  const scope: Scope = { lists: edition.lists, fact: (id) => resolve(id) };
  const report = (fact: DerivedFact, code: string, zh: string, en: string): void => {
    issues.push({
      code,
      severity: 'error',
      document: fact.document,
      pointer: `${fact.pointer}/formula`,
      message: { zh, en },
    });
  };
  const resolve = (id: string): TypedFact | 'failed' | undefined => {
    const fact = edition.derived.get(id);
    if (!fact) return facts.get(id);
    if (!state.has(id)) visit(fact);
    if (state.get(id) !== 'open') return facts.get(id) ?? 'failed';
    const circle = [...path.slice(path.indexOf(id)), id].join(' → ');
    report(
      fact,
      'cyclic-formula',
      `公式循环引用：${circle}`,
      `The formulas refer to each other in a circle: ${circle}`,
    );
    return 'failed';
  };
  const visit = (fact: DerivedFact): void => {
    state.set(fact.id, 'open');
    path.push(fact.id);
    const typed = typeFormula(fact.formula, scope);
    path.pop();
    state.set(fact.id, typed.ok ? 'done' : 'failed');
    if (typed.ok) {
      facts.set(fact.id, { type: typed.expression.type, blank: typed.expression.blank });
      accept(fact, typed.expression);
    } else if (typed.message) report(fact, 'bad-formula', typed.message.zh, typed.message.en);
  };
  for (const fact of edition.derived.values()) if (!state.has(fact.id)) visit(fact);
}
