/** Owns fact sets made up for comparing evaluators: seeded, at the cuts of an edition and anywhere between them. */
import type { Column, FactType } from '@yimen/config';
import { cutsOf } from '../check/cuts.js';
import { regionOfQuestion } from '../check/examples.js';
import type { Facts } from '../outcome.js';
import type { Program } from '../program/program.js';
import { holds } from '../rule/holds.js';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <Item>(items: readonly Item[], random: Random): Item => items[Math.floor(random() * items.length)] as Item;

/** How likely an answer of one fact set is yes, a choice ticked, a number large: sheets are rarely good by chance. */
const leanings = [0.05, 0.5, 0.95];

/**
 * How a fact set is filled: most answer what is asked, some leave answers out, some answer what is not asked too;
 * `wild` is how likely an answer follows no leaning but is at a cut or anywhere.
 */
interface Habit {
  readonly wild: number;
  readonly leavesOut: number;
  readonly unasked: boolean;
}

const habits: readonly Habit[] = [
  { wild: 0.5, leavesOut: 0, unasked: false },
  { wild: 0.05, leavesOut: 0, unasked: false },
  { wild: 0.05, leavesOut: 0.1, unasked: false },
  { wild: 0.2, leavesOut: 0.02, unasked: true },
];

/** Fact sets without end. */
export function* generatedFacts(program: Program, seed: number): Generator<Facts> {
  const random = randomFrom(seed);
  const cuts = cutsOf(program);
  const questions = program.base.map(({ fact }) => ({ fact, region: regionOfQuestion(fact, cuts).answers }));
  for (;;) {
    const { wild, leavesOut, unasked } = pick(habits, random);
    const answer = answersLeaning(pick(leanings, random), wild, random);
    const facts: Record<string, unknown> = Object.create(null);
    const read = (id: string): unknown => facts[id];
    for (const { fact, region } of questions) {
      const asked = unasked || fact.askedWhen.every((condition) => holds(condition, read, program.conditions));
      if (!asked || random() < leavesOut) continue;
      facts[fact.id] = region.length > 0 && (random() < wild || fact.format) ? pick(region, random) : answer(fact.type);
    }
    yield facts;
  }
}

type NumberType = Extract<FactType, { kind: 'number' }>;

const WIDE = 1_000_000;

/** A source of answers to questions of any type. */
function answersLeaning(lean: number, wild: number, random: Random): (type: FactType) => unknown {
  const yes = (): boolean => random() < lean;
  const upTo = (most: number): number => Math.floor(random() * (most + 1));

  /** One near the low end, one near the high end where the type has one, or one anywhere. */
  const numberWithin = (type: NumberType): number => {
    const step = type.multipleOf ?? (type.integer ? 1 : 0.01);
    const low = type.minimum ?? Math.min(0, (type.maximum ?? WIDE) - WIDE);
    const steps = Math.floor(((type.maximum ?? low + WIDE) - low) / step);
    const near = upTo(Math.min(steps, 25));
    const place = random() < wild ? upTo(steps) : yes() && type.maximum !== undefined ? steps - near : near;
    return Number((low + place * step).toPrecision(12));
  };

  /** An optional cell is often left out, a required one now and then. */
  const row = (columns: readonly Column[]): Record<string, unknown> =>
    Object.fromEntries(
      columns.flatMap(({ id, type, required }) => (random() < (required ? 0.01 : 0.3) ? [] : [[id, answer(type)]])),
    );

  const answer = (type: FactType): unknown => {
    switch (type.kind) {
      case 'boolean':
        return yes();
      case 'number':
        return numberWithin(type);
      case 'text':
        return pick(['—', 'x', '文字'], random);
      case 'choice':
        return pick(type.choices, random).id;
      case 'checklist':
        return type.choices.filter(yes).map(({ id }) => id);
      case 'rows':
        return Array.from({ length: upTo(5) }, () => row([...type.columns.values()]));
      case 'files':
        return Array.from({ length: type.least + upTo(type.most - type.least) }, (_, index) => fileId(index));
      case 'record':
        return undefined;
    }
  };
  return answer;
}

const fileId = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
