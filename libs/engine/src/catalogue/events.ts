/** Owns the events a rule may cause, with their labels and the arguments an editor asks for. */
import type { DispositionId, LocalizedText, RuleEvent } from '@yimen/config';

export interface EventArgument {
  readonly name: string;
  readonly kind: 'points' | 'number-fact' | 'days' | 'papers';
  readonly optional: boolean;
}

export interface EventKind {
  readonly id: RuleEvent['type'];
  readonly label: LocalizedText;
  /** Where it may stand: inside a line of a standard or at a desk. */
  readonly place: 'line' | 'desk';
  readonly arguments: readonly EventArgument[];
}

const amount: readonly EventArgument[] = [
  { name: 'points', kind: 'points', optional: true },
  { name: 'each', kind: 'number-fact', optional: true },
  { name: 'share', kind: 'number-fact', optional: true },
  { name: 'cap', kind: 'points', optional: true },
];

const disposition = (id: DispositionId, zh: string, en: string): EventKind => ({
  id,
  label: { zh, en },
  place: 'desk',
  arguments: [{ name: 'dueInWorkingDays', kind: 'days', optional: true }],
});

const all: readonly EventKind[] = [
  { id: 'award', label: { zh: '得分', en: 'award points' }, place: 'line', arguments: amount },
  { id: 'deduct', label: { zh: '扣分', en: 'deduct points' }, place: 'line', arguments: amount },
  {
    id: 'require',
    label: { zh: '需要材料', en: 'require papers' },
    place: 'desk',
    arguments: [{ name: 'papers', kind: 'papers', optional: false }],
  },
  disposition('refuse', '不予受理', 'refuse'),
  disposition('supplement', '补正材料', 'ask for missing papers once'),
  disposition('handle', '当场办理', 'handle today'),
  disposition('report', '受理上报', 'accept and report upward'),
  disposition('inform', '告知申请', 'tell where to apply'),
  disposition('transfer', '受理转办', 'accept and hand over'),
  disposition('raise', '提请研究', 'raise to the government'),
];

/** Every event by id. */
export const events: ReadonlyMap<string, EventKind> = new Map(all.map((event) => [event.id, event]));
