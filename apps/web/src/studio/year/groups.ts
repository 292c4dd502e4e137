/** Owns what is confirmed together: each category with all that stands in it, the rules of a desk, the lists. Pure. */
import type { RollOverStep } from '@yimen/config';

export interface StepGroup {
  readonly key: string;
  readonly kind: 'category' | 'rules' | 'lists';
  /** The category itself; undefined for rules and lists. */
  readonly head: RollOverStep | undefined;
  readonly steps: readonly { readonly step: RollOverStep; readonly depth: number }[];
}

export function groupsOf(items: readonly RollOverStep[]): StepGroup[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const groups = new Map<
    string,
    { head: RollOverStep | undefined; kind: StepGroup['kind']; steps: StepGroup['steps'][number][] }
  >();
  for (const step of items) {
    const way = wayTo(step, byKey);
    const [top] = way as [RollOverStep];
    const kind = top.kind === 'category' ? 'category' : top.kind === 'list' ? 'lists' : 'rules';
    const key = kind === 'category' ? top.key : kind;
    const group = groups.get(key) ?? { head: kind === 'category' ? top : undefined, kind, steps: [] };
    group.steps.push({ step, depth: way.length - 1 });
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

/** An item behind everything it stands in, the outermost first. */
function wayTo(step: RollOverStep, byKey: ReadonlyMap<string, RollOverStep>): RollOverStep[] {
  const way = [step];
  for (let at = byKey.get(step.parent ?? ''); at && way.length < 10; at = byKey.get(at.parent ?? '')) way.unshift(at);
  return way;
}

/** The keys in a group that nobody has decided on. */
export const openIn = ({ steps }: Pick<StepGroup, 'steps'>): string[] =>
  steps.flatMap(({ step }) => (step.state === 'unconfirmed' ? [step.key] : []));
