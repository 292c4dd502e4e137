/** Owns what a value of each kind of parameter must be, and which facts a parameter can take. */
import type { FactType, LocalizedText } from '@yimen/config';
import type { Dictionary, FactEntry } from '../wording/dictionary.js';
import { isFinished } from './condition-shape.js';
import type { MethodParameter, ParameterKind } from './method.js';

type FactKind = Extract<ParameterKind, `${string}-fact` | `${string}-question`>;

const factKinds: Readonly<Record<FactKind, (entry: FactEntry, type: FactType) => boolean>> = {
  'boolean-fact': (_, { kind }) => kind === 'boolean',
  'number-fact': (_, { kind }) => kind === 'number',
  'number-question': (entry, { kind }) => entry.origin === 'form' && kind === 'number' && canBeReckoned(entry),
  'text-question': ({ origin }, type) => origin === 'form' && type.kind === 'text' && type.areas === undefined,
  'checklist-fact': (_, { kind }) => kind === 'checklist',
  'number-or-choice-fact': (_, { kind }) => kind === 'number' || kind === 'choice',
  'number-or-fact': (entry, { kind }) => kind === 'number' && canBeReckoned(entry),
};

const isFactKind = (kind: ParameterKind): kind is FactKind => Object.hasOwn(factKinds, kind);

/** The facts that a parameter of a kind can take, in the order of the dictionary; none where it takes no fact. */
export function factsFor(kind: ParameterKind, dictionary: Dictionary): FactEntry[] {
  const takes = isFactKind(kind)
    ? factKinds[kind]
    : kind === 'had' || kind === 'had-or-each'
      ? takesCountable
      : undefined;
  return takes ? [...dictionary.facts.values()].filter((entry) => entry.type && takes(entry, entry.type)) : [];
}

const takesCountable = (entry: FactEntry, { kind }: FactType): boolean =>
  ['number', 'rows', 'checklist', 'files'].includes(kind) && canBeReckoned(entry);

/** Whether a formula can name a fact: in one a hyphen is a minus. */
const canBeReckoned = ({ id }: FactEntry): boolean => !id.includes('-');

/** What is wrong with a value, undefined where it is right. */
export function problemOf(
  parameter: MethodParameter,
  value: unknown,
  dictionary: Dictionary,
): LocalizedText | undefined {
  if (value === undefined || value === null || value === '') return parameter.optional ? undefined : missing(parameter);
  const { kind } = parameter;
  if (isFactKind(kind) && kind !== 'number-or-fact') return factProblem(kind, value, dictionary);
  return otherKinds[kind](value, dictionary);
}

const missing = ({ label }: MethodParameter): LocalizedText => ({
  zh: `请填写“${label.zh}”`,
  en: `Please fill in "${label.en}"`,
});

const unfit: LocalizedText = {
  zh: '请从列表中重新选择，所选的已不存在或不适用',
  en: 'Choose again: what was chosen is gone or does not fit',
};

const factProblem = (kind: FactKind, value: unknown, dictionary: Dictionary): LocalizedText | undefined =>
  factsFor(kind, dictionary).some(({ id }) => id === value) ? undefined : unfit;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

type OtherKind = Exclude<ParameterKind, Exclude<FactKind, 'number-or-fact'>>;

const otherKinds: Readonly<Record<OtherKind, (value: unknown, dictionary: Dictionary) => LocalizedText | undefined>> = {
  points: (value) =>
    isNumber(value) && value > 0 ? undefined : { zh: '分值应是大于0的数', en: 'Points must be a number above 0' },
  condition: (value) => (isFinished(value) ? undefined : { zh: '条件还没有写完', en: 'The condition is not finished' }),
  truth: (value) => (typeof value === 'boolean' ? undefined : { zh: '请选择“是”或“否”', en: 'Choose yes or no' }),
  boundary: (value) => (value === 'lower' || value === 'upper' ? undefined : unfit),
  reason: (value) =>
    isRecord(value) && typeof value.zh === 'string' && value.zh.trim() !== ''
      ? undefined
      : { zh: '请填写理由，或留空由系统生成', en: 'Word the reason, or leave it out to have it made' },
  'number-or-fact': requiredProblem,
  had: (value, dictionary) => hadProblem(value, dictionary, false),
  'had-or-each': (value, dictionary) => hadProblem(value, dictionary, true),
  tiers: tiersProblem,
};

function requiredProblem(value: unknown, dictionary: Dictionary): LocalizedText | undefined {
  if (isRecord(value)) return factProblem('number-fact', value.fact, dictionary);
  return isNumber(value) && value > 0 ? undefined : { zh: '应是大于0的数', en: 'It must be a number above 0' };
}

/** A number fact; rows, items or files to count; a column to sum or to look at row by row. */
function hadProblem(value: unknown, dictionary: Dictionary, each: boolean): LocalizedText | undefined {
  if (!isRecord(value)) return unfit;
  if ('fact' in value) return factProblem('number-fact', value.fact, dictionary);
  const id = value.count ?? value.sum ?? (each ? value.each : undefined);
  const type = dictionary.facts.get(String(id))?.type;
  if (type?.kind !== 'rows') {
    const countable =
      (type?.kind === 'checklist' || type?.kind === 'files') && 'count' in value && value.where === undefined;
    return countable ? undefined : unfit;
  }
  if (!('count' in value)) return type.columns.get(String(value.column))?.type.kind === 'number' ? undefined : unfit;
  return value.where === undefined ? undefined : whereProblem(value.where, type);
}

function whereProblem(where: unknown, { columns }: Extract<FactType, { kind: 'rows' }>): LocalizedText | undefined {
  if (!isRecord(where)) return unfit;
  const column = columns.get(String(where.column))?.type;
  if (column?.kind === 'boolean') return typeof where.is === 'boolean' ? undefined : unfit;
  return column?.kind === 'choice' && column.choices.some(({ id }) => id === where.is) ? undefined : unfit;
}

/** Each tier by itself; that they fit together is the method's to say. */
function tiersProblem(value: unknown): LocalizedText | undefined {
  if (!Array.isArray(value) || value.length === 0) return { zh: '请写明各档', en: 'Fill in the tiers' };
  for (const tier of value) {
    if (!isRecord(tier) || !isNumber(tier.points) || tier.points < 0)
      return { zh: '每一档的得分应是不小于0的数', en: 'The points of each tier must be 0 or more' };
    const bounded = tier.from === undefined || isNumber(tier.from);
    const chosen =
      tier.choices === undefined || (Array.isArray(tier.choices) && tier.choices.every((id) => typeof id === 'string'));
    if (!bounded || !chosen) return { zh: '请写明各档从多少起', en: 'Say where each tier begins' };
  }
  return undefined;
}
