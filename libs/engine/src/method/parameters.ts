/** Owns the shapes of each method's parameters. */
import type { Condition } from '@yimen/config';
import type { TextDeclaration } from '../wording/declaration.js';
import type { Had, HadInEachRow, Required } from './had.js';

/** The reason that is told, where it is not the one made from titles. */
interface Reasoned {
  readonly reason?: TextDeclaration;
}

/** What all methods share that count something. */
export interface CountedParams extends Reasoned {
  /** Only when this holds, too. */
  readonly when?: Condition;
  /** Points at most. */
  readonly cap?: number;
}

export interface FullUnlessParams extends Reasoned {
  readonly condition: Condition;
}
export interface PassOrNothingParams extends Reasoned {
  readonly fact: string;
  /** The answer that loses all points; `false` where left out. */
  readonly answer?: boolean;
}
export interface MinusWhenParams extends Reasoned {
  readonly points: number;
  readonly condition: Condition;
}
export interface PerMissingParams extends CountedParams {
  readonly points: number;
  readonly checklist: string;
}
export interface PerShortParams extends CountedParams {
  readonly points: number;
  readonly had: Had | HadInEachRow;
  readonly required: Required;
}
export interface ShareParams extends CountedParams {
  readonly had: Had;
  readonly required: Required;
}
export interface PerPercentParams extends CountedParams {
  readonly points: number;
  readonly due: string;
  readonly paid: string;
}
export interface PerUnitParams extends CountedParams {
  readonly points: number;
  readonly fact: string;
}
export interface DiscretionaryParams extends CountedParams {
  readonly fact: string;
  /** The question in which the assessor gives the reason. */
  readonly because: string;
}

/** From a number up to the next tier's; the first has no `from`. */
export interface NumberTier extends Reasoned {
  readonly from?: number;
  readonly points: number;
}
/** Choices that give the same points; what no tier names gives 0. */
export interface ChoiceTier extends Reasoned {
  readonly choices: readonly string[];
  readonly points: number;
}
/** `lower`: a bound belongs to the tier above it (满…); `upper`: to the tier below it (不超过…). */
export type Boundary = 'lower' | 'upper';
export interface TiersParams {
  readonly fact: string;
  /** For number facts; `lower` where left out. */
  readonly boundary?: Boundary;
  readonly tiers: readonly (NumberTier | ChoiceTier)[];
}

/** The shape of parameters by method. */
export interface ParamsOf {
  readonly 'full-unless': FullUnlessParams;
  readonly 'pass-or-nothing': PassOrNothingParams;
  readonly 'minus-when': MinusWhenParams;
  readonly 'per-missing': PerMissingParams;
  readonly 'per-short': PerShortParams;
  readonly share: ShareParams;
  readonly 'per-percent': PerPercentParams;
  readonly 'per-unit': PerUnitParams;
  readonly tiers: TiersParams;
  readonly discretionary: DiscretionaryParams;
}
