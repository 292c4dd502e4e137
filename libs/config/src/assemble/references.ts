/** Owns the checks that what rules name exists: facts, named conditions, a bounded number of them. */
import type { Amount, Condition, FactReference, Rule } from '../document/rule.js';
import type { Desk, NamedCondition, Standard } from '../edition.js';
import type { BaseFact, DerivedFact } from '../fact.js';
import type { Issue } from '../issue.js';
import { limits } from '../json/limits.js';
import { pointerTo } from '../json/pointer.js';
import { errorAt, reportOn } from '../report.js';

interface Known {
  readonly facts: ReadonlyMap<string, BaseFact>;
  readonly derived: ReadonlyMap<string, DerivedFact>;
  readonly conditions: ReadonlyMap<string, NamedCondition>;
}

/** Everything in an edition that names facts or conditions. */
export interface Referring extends Known {
  readonly standard?: Standard | undefined;
  readonly desk?: Desk | undefined;
}

/** Errors for every name that leads nowhere or back to itself. */
export function checkReferences({ standard, desk, ...known }: Referring): Issue[] {
  const references = new References(known);
  for (const { conditions, document, pointer } of known.conditions.values()) {
    references.condition(conditions, document, pointerTo(pointer, 'conditions'));
  }
  const lines =
    standard?.categories.flatMap(({ indicators }) => indicators.flatMap((indicator) => indicator.lines)) ?? [];
  for (const { appliesWhen, needs, rules, document, pointer } of lines) {
    if (appliesWhen) references.condition(appliesWhen, document, pointerTo(pointer, 'appliesWhen'));
    references.needs(needs, document, pointer);
    references.rules(rules, document, pointer);
  }
  if (desk) {
    references.needs(desk.needs, desk.document, desk.pointer);
    references.fact(desk.department, desk.document, pointerTo(desk.pointer, 'department'));
    references.fact(desk.handedIn, desk.document, pointerTo(desk.pointer, 'handedIn'));
    references.rules(desk.rules, desk.document, desk.pointer);
  }
  return [...references.found(), ...cycles(known.conditions)];
}

/** Follows references and remembers those that lead nowhere. */
class References {
  private readonly issues: Issue[] = [];
  private readonly counts = new Map<string, number>();

  constructor(private readonly known: Known) {}

  found(): Issue[] {
    const crowded = [...this.counts].filter(([, count]) => count > limits.conditions);
    const tooLarge = crowded.map(([document, count]) =>
      errorAt(
        'too-large',
        document,
        '',
        `条件有 ${count} 个，超过 ${limits.conditions} 个，请拆分`,
        `${count} conditions, more than ${limits.conditions}: split the document`,
      ),
    );
    return [...this.issues, ...tooLarge];
  }

  fact(id: string, document: string, pointer: string): void {
    if (this.known.facts.has(id) || this.known.derived.has(id)) return;
    reportOn(document, this.issues)('unknown-fact', pointer, `没有名为“${id}”的事实`, `There is no fact named "${id}"`);
  }

  needs(ids: readonly string[], document: string, pointer: string): void {
    for (const [index, id] of ids.entries()) this.fact(id, document, pointerTo(pointer, 'needs', index));
  }

  rules(rules: readonly Rule[], document: string, pointer: string): void {
    for (const [index, { conditions, event }] of rules.entries()) {
      const at = pointerTo(pointer, 'rules', index);
      this.condition(conditions, document, pointerTo(at, 'conditions'));
      this.parameters(event.params ?? {}, document, pointerTo(at, 'event', 'params'));
    }
  }

  condition(condition: Condition, document: string, pointer: string): void {
    if ('all' in condition) return this.group(condition.all, document, pointerTo(pointer, 'all'));
    if ('any' in condition) return this.group(condition.any, document, pointerTo(pointer, 'any'));
    if ('not' in condition) return this.condition(condition.not, document, pointerTo(pointer, 'not'));
    this.counts.set(document, (this.counts.get(document) ?? 0) + 1);
    if ('condition' in condition) return this.named(condition.condition, document, pointerTo(pointer, 'condition'));
    this.fact(condition.fact, document, pointerTo(pointer, 'fact'));
    if (isReference(condition.value)) this.fact(condition.value.fact, document, pointerTo(pointer, 'value', 'fact'));
  }

  private group(conditions: readonly Condition[], document: string, pointer: string): void {
    for (const [index, condition] of conditions.entries())
      this.condition(condition, document, pointerTo(pointer, index));
  }

  private named(id: string, document: string, pointer: string): void {
    if (this.known.conditions.has(id)) return;
    reportOn(document, this.issues)(
      'unknown-condition',
      pointer,
      `没有名为“${id}”的条件`,
      `There is no condition named "${id}"`,
    );
  }

  private parameters(params: Amount | Readonly<Record<string, unknown>>, document: string, pointer: string): void {
    for (const [key, value] of Object.entries(params)) {
      if (isReference(value)) this.fact(value.fact, document, pointerTo(pointer, key, 'fact'));
    }
  }
}

const isReference = (value: unknown): value is FactReference =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'fact');

/** An error at every named condition that refers to itself, directly or through others. */
function cycles(conditions: ReadonlyMap<string, NamedCondition>): Issue[] {
  return [...conditions.values()]
    .filter(({ id }) => reachable(id, conditions).has(id))
    .map(({ id, document, pointer }) =>
      errorAt(
        'cyclic-condition',
        document,
        pointer,
        `条件“${id}”引用了它自己`,
        `The condition "${id}" refers to itself`,
      ),
    );
}

function reachable(from: string, conditions: ReadonlyMap<string, NamedCondition>): Set<string> {
  const reached = new Set<string>();
  const visit = (id: string): void => {
    const named = conditions.get(id);
    for (const next of named ? namedIn(named.conditions) : []) {
      if (reached.has(next)) continue;
      reached.add(next);
      visit(next);
    }
  };
  visit(from);
  return reached;
}

function namedIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(namedIn);
  if ('any' in condition) return condition.any.flatMap(namedIn);
  if ('not' in condition) return namedIn(condition.not);
  return 'condition' in condition ? [condition.condition] : [];
}
