/** Owns the catalogue of scoring methods, in the order in which they are offered. */
import type { Dictionary } from '../wording/dictionary.js';
import { discretionary } from './discretionary.js';
import { fullUnless, minusWhen, passOrNothing } from './fixed.js';
import { anyMethod, type Method, type MethodId, type MethodParams } from './method.js';
import { perMissing } from './per-missing.js';
import { perPercent } from './per-percent.js';
import { perShort } from './per-short.js';
import { perUnit } from './per-unit.js';
import { share } from './share.js';
import { tiers } from './tiers.js';

const all: readonly Method[] = [
  anyMethod(passOrNothing),
  anyMethod(fullUnless),
  anyMethod(minusWhen),
  anyMethod(perMissing),
  anyMethod(perShort),
  anyMethod(share),
  anyMethod(perPercent),
  anyMethod(perUnit),
  anyMethod(tiers),
  anyMethod(discretionary),
];

/** Every scoring method by id. */
export const methods: ReadonlyMap<MethodId, Method> = new Map(all.map((method) => [method.id, method]));

/** The methods by which a rule is recognised, the most telling first. */
export const readingOrder: readonly MethodId[] = [
  'per-missing',
  'per-short',
  'per-percent',
  'share',
  'discretionary',
  'per-unit',
  'pass-or-nothing',
  'full-unless',
  'minus-when',
];

/** Whether a formula is one that a method writes, and not one that somebody thought out. */
export const isMethodFormula = (formula: string, dictionary: Dictionary): boolean =>
  all.some((method) => method.writesFormula?.(formula, dictionary) ?? false);

/** What a new form of a method starts with. */
export const initialParams = (id: MethodId): MethodParams =>
  Object.fromEntries(
    (methods.get(id)?.parameters ?? []).flatMap(({ name, initial }) =>
      initial === undefined ? [] : [[name, initial]],
    ),
  );
