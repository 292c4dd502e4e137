/** Owns the checks that what rules name exists: facts, named conditions, a bounded number of them. */
import type { Rule } from '../document/rule.js';
import type { Desk, Line, NamedCondition, Standard } from '../edition.js';
import type { BaseFact, DerivedFact } from '../fact.js';
import type { Issue } from '../issue.js';
import { limits } from '../json/limits.js';
import { pointerTo } from '../json/pointer.js';
import { errorAt, reportOn } from '../report.js';
import { conditionReferences, factsIn, type Reference } from './reference.js';

/** Everything in an edition that names facts or conditions, and what they may name. */
export interface Referring {
  readonly facts: ReadonlyMap<string, BaseFact>;
  readonly derived: ReadonlyMap<string, DerivedFact>;
  readonly conditions: ReadonlyMap<string, NamedCondition>;
  readonly standard?: Standard | undefined;
  readonly desk?: Desk | undefined;
}

interface Owner {
  readonly document: string;
  readonly references: readonly Reference[];
}

/** Errors for every name that leads nowhere or back to itself, and for documents with too many conditions. */
export function checkReferences(referring: Referring): Issue[] {
  const owners = ownersIn(referring);
  const unknown = owners.flatMap(({ document, references }) => unknownNames(document, references, referring));
  return [...unknown, ...tooManyConditions(owners), ...cyclicConditions(referring.conditions)];
}

function ownersIn({ conditions, standard, desk }: Referring): Owner[] {
  const lines =
    standard?.categories.flatMap(({ indicators }) => indicators.flatMap((indicator) => indicator.lines)) ?? [];
  return [
    ...[...conditions.values()].map(({ document, pointer, conditions: own }) => ({
      document,
      references: conditionReferences(own, pointerTo(pointer, 'conditions')),
    })),
    ...lines.map((line) => ({ document: line.document, references: lineReferences(line) })),
    ...(desk ? [{ document: desk.document, references: deskReferences(desk) }] : []),
  ];
}

const lineReferences = ({ appliesWhen, needs, rules, pointer }: Line): Reference[] => [
  ...(appliesWhen ? conditionReferences(appliesWhen, pointerTo(pointer, 'appliesWhen')) : []),
  ...needed(needs, pointer),
  ...rulesReferences(rules, pointer),
];

const deskReferences = ({ department, handedIn, needs, rules, pointer }: Desk): Reference[] => [
  { kind: 'fact', id: department, pointer: pointerTo(pointer, 'department') },
  { kind: 'fact', id: handedIn, pointer: pointerTo(pointer, 'handedIn') },
  ...needed(needs, pointer),
  ...rulesReferences(rules, pointer),
];

const needed = (needs: readonly string[], pointer: string): Reference[] =>
  needs.map((id, index) => ({ kind: 'fact', id, pointer: pointerTo(pointer, 'needs', index) }));

const rulesReferences = (rules: readonly Rule[], pointer: string): Reference[] =>
  rules.flatMap(({ conditions, event }, index) => {
    const at = pointerTo(pointer, 'rules', index);
    return [
      ...conditionReferences(conditions, pointerTo(at, 'conditions')),
      ...factsIn(event.params ?? {}, pointerTo(at, 'event', 'params')),
    ];
  });

function unknownNames(document: string, references: readonly Reference[], known: Referring): Issue[] {
  const issues: Issue[] = [];
  const report = reportOn(document, issues);
  for (const { kind, id, pointer } of references) {
    if (kind === 'condition') {
      if (!known.conditions.has(id))
        report('unknown-condition', pointer, `没有名为“${id}”的条件`, `There is no condition named "${id}"`);
    } else if (!known.facts.has(id) && !known.derived.has(id)) {
      report('unknown-fact', pointer, `没有名为“${id}”的事实`, `There is no fact named "${id}"`);
    }
  }
  return issues;
}

/** Counts comparisons and named conditions: the leaves of all conditions of a document. */
function tooManyConditions(owners: readonly Owner[]): Issue[] {
  const counts = new Map<string, number>();
  for (const { document, references } of owners) {
    const leaves = references.filter(({ leaf }) => leaf).length;
    counts.set(document, (counts.get(document) ?? 0) + leaves);
  }
  return [...counts]
    .filter(([, count]) => count > limits.conditions)
    .map(([document, count]) =>
      errorAt(
        'too-large',
        document,
        '',
        `条件有 ${count} 个，超过 ${limits.conditions} 个，请拆分`,
        `${count} conditions, more than ${limits.conditions}: split the document`,
      ),
    );
}

/** An error at every named condition that refers to itself, directly or through others. */
const cyclicConditions = (conditions: ReadonlyMap<string, NamedCondition>): Issue[] =>
  [...conditions.values()]
    .filter(({ id }) => reachable(id, conditions).has(id))
    .map(({ id, document, pointer }) =>
      errorAt(
        'cyclic-condition',
        document,
        pointer,
        `条件“${id}”引用了它自己，请断开`,
        `The condition "${id}" refers to itself: break the circle`,
      ),
    );

function reachable(from: string, conditions: ReadonlyMap<string, NamedCondition>): Set<string> {
  const reached = new Set<string>();
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const named = conditions.get(id);
    const references = named ? conditionReferences(named.conditions, '') : [];
    for (const { kind, id: next } of references) {
      if (kind !== 'condition' || reached.has(next)) continue;
      reached.add(next);
      waiting.push(next);
    }
  }
  return reached;
}
