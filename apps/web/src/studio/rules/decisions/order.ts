/** Owns changing the order in which the rules of a desk decide. */
import type { RuleDeclaration } from '@yimen/engine/editing';
import { inOrder, priorityOf } from './decision-table';

/** The language's highest priority. */
const HIGHEST = 1000;
/** Room between two rules for a third. */
const STEP = 10;

/** The rules, in the order of the document, after one was moved a place in the order in which they decide. */
export function movedRule<R extends RuleDeclaration>(rules: readonly R[], id: string, to: 'up' | 'down'): readonly R[] {
  const order = decidingOrder(rules);
  const from = order.findIndex((rule) => rule.id === id);
  const [one, other] = [order[from], order[to === 'up' ? from - 1 : from + 1]];
  if (!one || !other) return rules;
  const next = order.map((rule) => (rule === one ? other : rule === other ? one : rule));
  const swapped = withPriorities(
    rules,
    new Map([
      [one, priorityOf(other)],
      [other, priorityOf(one)],
    ]),
  );
  // Where several have the same priority, the order of the document decides among them.
  const suffices = decidingOrder(swapped).every((rule, index) => rule.id === next[index]?.id);
  return suffices ? swapped : withPriorities(rules, renumbered(next));
}

const decidingOrder = (rules: readonly RuleDeclaration[]): RuleDeclaration[] =>
  inOrder(rules.filter(({ event }) => event.type !== 'require'));

/** Descending priorities for rules in order. */
function renumbered(order: readonly RuleDeclaration[]): Map<RuleDeclaration, number> {
  const step = Math.max(1, Math.min(STEP, Math.floor(HIGHEST / order.length)));
  return new Map(order.map((rule, index) => [rule, (order.length - index) * step]));
}

const withPriorities = <R extends RuleDeclaration>(
  rules: readonly R[],
  priorities: ReadonlyMap<RuleDeclaration, number>,
): R[] =>
  rules.map((rule) => {
    const priority = priorities.get(rule);
    return priority === undefined || priority === priorityOf(rule) ? rule : { ...rule, priority };
  });
