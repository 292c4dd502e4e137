/** Owns finding what the compiled evaluator answers differently from the reference, and which place that is about. */
import type { LocalizedText } from '@yimen/config';
import type {
  DeskOutcome,
  EvaluateOptions,
  Evaluator,
  Facts,
  LineOutcome,
  Outcome,
  Reason,
  StandardOutcome,
} from '../outcome.js';
import { type Program, rulesOf } from '../program/program.js';

interface Place {
  readonly document: string;
  readonly pointer: string;
}

/** Something answered differently. */
export interface Mismatch {
  readonly what: LocalizedText;
  readonly got: unknown;
  readonly expected: unknown;
  /** The rule, line or desk it is about; left out where it is about the whole. */
  readonly at?: Place;
}

/** The first difference of anything the evaluator offers: its outcome, the one it traces, prints or scores. */
export function differenceBetween(
  program: Program,
  evaluator: Evaluator,
  facts: Facts,
  options: EvaluateOptions,
  expected: Outcome,
): Mismatch | undefined {
  const { trace: _, ...traced } = evaluator.trace(facts, options);
  const printed = evaluator.print ? [JSON.parse(evaluator.print(facts, options)) as Outcome] : [];
  for (const got of [evaluator.evaluate(facts, options), traced as Outcome, ...printed]) {
    if (!same(got, expected)) return locate(program, got, expected);
  }
  return evaluator.score && 'lines' in expected
    ? scoreDifference(program, evaluator.score(facts), expected)
    : undefined;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function locate(program: Program, got: Outcome, expected: Outcome): Mismatch {
  const found =
    'lines' in got && 'lines' in expected
      ? lineDifference(program, got, expected)
      : deskDifference(program, got as DeskOutcome, expected as DeskOutcome);
  return found ?? wholeDifference(got, expected);
}

/** The first line that differs, at the rule that moved other points or says other words, if it is one. */
function lineDifference(program: Program, got: StandardOutcome, expected: StandardOutcome): Mismatch | undefined {
  const node = program.lines.find(({ line }) => !same(got.lines[line.id], expected.lines[line.id]));
  if (!node) return undefined;
  const { line } = node;
  const [a, b] = [got.lines[line.id], expected.lines[line.id]];
  return {
    what: line.title,
    got: told(a),
    expected: told(b),
    at: ruleAt(program, a?.reasons ?? [], b?.reasons ?? []) ?? { document: line.document, pointer: line.pointer },
  };
}

/** A line's score, or its state where it has none. */
const told = (line: LineOutcome | undefined): unknown => line?.score ?? line?.status ?? null;

function deskDifference(program: Program, got: DeskOutcome, expected: DeskOutcome): Mismatch | undefined {
  const desk = program.desk?.desk;
  const rule = ruleAt(program, got.reasons, expected.reasons);
  if (!desk || (!rule && got.disposition === expected.disposition)) return undefined;
  return {
    what: { zh: '处理结果', en: 'disposition' },
    got: got.disposition,
    expected: expected.disposition,
    at: rule ?? { document: desk.document, pointer: `${desk.pointer}/rules` },
  };
}

/** The first rule whose reason only one side gives, or gives otherwise. */
function ruleAt(program: Program, got: readonly Reason[], expected: readonly Reason[]): Place | undefined {
  const lacks = (reasons: readonly Reason[], reason: Reason): boolean => !reasons.some((other) => same(other, reason));
  const odd = [
    ...got.filter((reason) => lacks(expected, reason)),
    ...expected.filter((reason) => lacks(got, reason)),
  ][0];
  const node = odd && rulesOf(program).find(({ rule }) => rule.id === odd.rule);
  return node && { document: node.document, pointer: node.pointer };
}

/** Whatever else the two say: status, total, grade, papers, days. */
function wholeDifference(got: Outcome, expected: Outcome): Mismatch {
  const values = Object.entries(got).map(([key, value]) => [key, value, Reflect.get(expected, key)] as const);
  const [key, value, wanted] = values.find((each) => !same(each[1], each[2])) ?? ['order', null, null];
  return { what: names[key] ?? { zh: '结果', en: 'result' }, got: value, expected: wanted };
}

const names: Readonly<Record<string, LocalizedText>> = {
  status: { zh: '状态', en: 'status' },
  total: { zh: '总分', en: 'total' },
  grade: { zh: '等次', en: 'grade' },
  rule: { zh: '依据的规则', en: 'deciding rule' },
  department: { zh: '部门', en: 'department' },
  dueInWorkingDays: { zh: '期限', en: 'working days' },
  missing: { zh: '缺少的材料', en: 'papers missing' },
};

const OTHERS: Readonly<Record<string, number>> = { incomplete: -1, 'not-applicable': -2 };

/** The bulk scores say in numbers what the outcome says. */
function scoreDifference(
  program: Program,
  got: ReturnType<NonNullable<Evaluator['score']>>,
  expected: StandardOutcome,
): Mismatch | undefined {
  const scores = program.lines.map(({ line }) => numberOf(expected.lines[line.id]));
  const index = scores.findIndex((score, place) => score !== got.scores[place]);
  const line = program.lines[index]?.line;
  if (line) {
    const at = { document: line.document, pointer: line.pointer };
    return { what: line.title, got: got.scores[index], expected: scores[index], at };
  }
  const total = expected.total === null ? null : Math.round(expected.total * 100);
  const bulk = { status: got.status, total: got.total, grade: got.grade };
  const wanted = { status: expected.status, total, grade: expected.grade };
  return same(bulk, wanted) ? undefined : { what: { zh: '总分', en: 'total' }, got: bulk, expected: wanted };
}

/** Hundredths of a line's points, or what stands for a line without a score. */
const numberOf = (line: LineOutcome | undefined): number =>
  line?.score == null ? (OTHERS[line?.status ?? ''] ?? -1) : Math.round(line.score * 100);
