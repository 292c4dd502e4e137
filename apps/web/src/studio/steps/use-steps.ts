/** Owns what is decided in a roll-over, for every part of the draft that shows it. */
import { itemsBelow, type RollOverProgress, type RollOverStep, rollOverProgress } from '@yimen/config';
import { useMemo } from 'react';
import { useDraft } from '../draft/draft-context';

export type StepState = RollOverStep['state'];

export interface Steps extends RollOverProgress {
  readonly byKey: ReadonlyMap<string, RollOverStep>;
  /** The keys of an item and of what stands in it that nobody has decided on. */
  readonly openBelow: (key: string) => string[];
  /** Where an item stands with all that is in it. */
  readonly whole: (key: string) => StepState;
}

/** The steps of a roll-over; undefined in any other draft. */
export function useSteps(): Steps | undefined {
  const { draft, base, documents, confirmed } = useDraft();
  const rolling = draft.origin.kind === 'roll-over' ? base : null;
  return (
    useMemo(
      () => rolling && stepsOf(rollOverProgress(rolling, documents, confirmed)),
      [rolling, documents, confirmed],
    ) ?? undefined
  );
}

function stepsOf(progress: RollOverProgress): Steps {
  const { items } = progress;
  const byKey = new Map(items.map((item) => [item.key, item]));
  const below = new Map<string, RollOverStep[]>();
  const belowOf = (key: string): RollOverStep[] => {
    const found = below.get(key) ?? itemsBelow(items, key);
    below.set(key, found);
    return found;
  };
  return {
    ...progress,
    byKey,
    openBelow: (key) => belowOf(key).flatMap((item) => (item.state === 'unconfirmed' ? [item.key] : [])),
    whole: (key) => wholeState(byKey.get(key)?.state ?? 'added', belowOf(key)),
  };
}

function wholeState(own: StepState, items: readonly RollOverStep[]): StepState {
  if (own === 'retired' || own === 'added') return own;
  if (items.some(({ state }) => state === 'unconfirmed')) return 'unconfirmed';
  return items.every(({ state }) => state === 'confirmed') ? 'confirmed' : 'changed';
}
