/** Owns an event while it is edited: every choice of the editor at once, finished or not, and the way back. */
import type { FactReference, RuleEvent } from '@yimen/config';
import { fieldOf, referenceOf } from '../conditions/field-name';

export interface EventDraft {
  readonly type: string;
  /** How many points: a number, so many for each of a fact, or a share of the line's. */
  readonly amount: 'fixed' | 'each' | 'share';
  readonly points?: number | undefined;
  /** The fact of which each counts, and the one that is the share. */
  readonly each: string;
  readonly share: string;
  readonly cap?: number | undefined;
  /** By when: not said, in so many days, or in as many as a fact says. */
  readonly due: 'none' | 'days' | 'fact';
  readonly days?: number | undefined;
  readonly dueFact: string;
  /** Which papers: these, or those of a fact. */
  readonly papers: 'listed' | 'fact';
  readonly listed: readonly string[];
  readonly papersFact: string;
}

const nothing: Omit<EventDraft, 'type'> = {
  amount: 'fixed',
  each: '',
  share: '',
  due: 'none',
  dueFact: '',
  papers: 'listed',
  listed: [],
  papersFact: '',
};

interface AnyParams {
  readonly points?: number;
  readonly each?: FactReference;
  readonly share?: FactReference;
  readonly cap?: number;
  readonly dueInWorkingDays?: number | FactReference;
  readonly papers?: readonly string[] | FactReference;
}

export function draftOf(event: RuleEvent): EventDraft {
  const { points, each, share, cap, dueInWorkingDays, papers } = (event.params ?? {}) as AnyParams;
  return {
    ...nothing,
    type: event.type,
    amount: share ? 'share' : each ? 'each' : 'fixed',
    ...(points === undefined ? {} : { points }),
    ...(each ? { each: fieldOf(each) } : {}),
    ...(share ? { share: fieldOf(share) } : {}),
    ...(cap === undefined ? {} : { cap }),
    ...dueOf(dueInWorkingDays),
    ...papersOf(papers),
  };
}

function dueOf(due: number | FactReference | undefined): Partial<EventDraft> {
  if (due === undefined) return {};
  return typeof due === 'number' ? { due: 'days', days: due } : { due: 'fact', dueFact: fieldOf(due) };
}

function papersOf(papers: readonly string[] | FactReference | undefined): Partial<EventDraft> {
  if (papers === undefined) return {};
  return Array.isArray(papers)
    ? { papers: 'listed', listed: papers }
    : { papers: 'fact', papersFact: fieldOf(papers as FactReference) };
}

/** The event of a draft; nothing while it is not finished. */
export function eventOf(draft: EventDraft): RuleEvent | undefined {
  const { type } = draft;
  if (type === 'award' || type === 'deduct') {
    const params = amountOf(draft);
    return params && ({ type, params } as RuleEvent);
  }
  if (type === 'require') {
    const papers = draft.papers === 'listed' ? draft.listed : referenceOf(draft.papersFact);
    return papers && !(Array.isArray(papers) && papers.length === 0) ? { type, params: { papers } } : undefined;
  }
  return dispositionOf(draft);
}

function amountOf({ amount, points, cap, ...facts }: EventDraft): AnyParams | undefined {
  const [each, share] = [referenceOf(facts.each), referenceOf(facts.share)];
  const capped = cap === undefined ? {} : { cap };
  if (amount === 'share') return share && { share, ...capped };
  if (points === undefined || points <= 0) return undefined;
  if (amount === 'fixed') return { points, ...capped };
  return each && { points, each, ...capped };
}

function dispositionOf({ type, due, days, dueFact }: EventDraft): RuleEvent | undefined {
  if (type === '') return undefined;
  const event = (dueInWorkingDays: number | FactReference | undefined) =>
    dueInWorkingDays === undefined ? undefined : ({ type, params: { dueInWorkingDays } } as RuleEvent);
  if (due === 'none') return { type } as RuleEvent;
  return due === 'days' ? event(days) : event(referenceOf(dueFact));
}
