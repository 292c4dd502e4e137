/** Owns turning fired rules into an outcome, step by step, for the reference. */
import type { Band, Condition, DispositionId, Issue } from '@yimen/config';
import { interpretTemplate, type Language } from '../formula/template.js';
import { type DeskOutcome, type LineOutcome, type Reason, type StandardOutcome, undecided } from '../outcome.js';
import type { DeskNode, LineNode, Program, RuleNode } from '../program/program.js';
import { holds } from '../rule/holds.js';
import { except, hundredths, missingAnswers, twoDecimals } from '../runtime/runtime.js';
import type { Fired } from './engine.js';
import type { KnownFacts } from './known-facts.js';

interface Run {
  readonly program: Program;
  readonly known: KnownFacts;
  readonly fired: Fired;
  readonly language: Language;
}

/** A standard's outcome from what fired. */
export function settleStandard(run: Run): StandardOutcome {
  const { program } = run;
  const standard = program.edition.standard;
  const lines: Record<string, LineOutcome> = {};
  for (const node of program.lines) lines[node.line.id] = settleLine(node, run);
  const all = Object.values(lines);
  const open = all.some((line) => line.status === 'incomplete');
  const sum = all.reduce((total, line) => total + Math.round((line.score ?? 0) * 100), 0);
  const excluded = all
    .filter((line) => line.status === 'not-applicable')
    .reduce((total, line) => total + Math.round(line.points * 100), 0);
  const points = Math.round((standard?.points ?? 0) * 100);
  const applicable = points - excluded;
  const scored = !open && applicable > 0;
  return {
    status: open ? 'incomplete' : 'complete',
    total: scored ? twoDecimals(sum * points, applicable) : null,
    grade: scored ? gradeOf(standard?.bands ?? [], sum * points, applicable) : null,
    lines,
    issues: issuesOf(run, new Set(program.lines.flatMap((node) => [...node.needs, ...node.appliesNeeds]))),
  };
}

/** The band that holds the fraction `hundredths / denominator`, compared exactly. */
export function gradeOf(bands: readonly Band[], numerator: number, denominator: number): string | null {
  const compare = (points: number): number => numerator - Math.round(points * 100) * denominator;
  const band = bands.find(({ lower, upper }) => {
    const [above, below] = [compare(lower.value), compare(upper.value)];
    return (lower.inclusive ? above >= 0 : above > 0) && (upper.inclusive ? below <= 0 : below < 0);
  });
  return band?.id ?? null;
}

function settleLine({ line, rules, needs, appliesNeeds }: LineNode, run: Run): LineOutcome {
  const lacks = (ids: ReadonlySet<string>): boolean => [...ids].some((id) => run.known.missing.has(id));
  const state = (status: LineOutcome['status']): LineOutcome => ({
    status,
    score: null,
    points: line.points,
    reasons: [],
  });
  if (lacks(appliesNeeds)) return state('incomplete');
  if (line.appliesWhen && !conditionHolds(line.appliesWhen, run)) return state('not-applicable');
  if (lacks(needs)) return state('incomplete');
  let points = line.starts === 'full' ? line.points : 0;
  const reasons: Reason[] = [];
  for (const node of rules) {
    const params = run.fired.get(node.rule.id);
    if (!params) continue;
    const moved = amountOf(params, line.points);
    points += node.rule.event.type === 'award' ? moved : -moved;
    const signed = node.rule.event.type === 'award' ? hundredths(moved) : -hundredths(moved);
    reasons.push({ ...reasonOf(node, run), points: signed / 100 });
  }
  const score = hundredths(Math.min(Math.max(points, 0), line.points)) / 100;
  return { status: 'scored', score, points: line.points, reasons };
}

const conditionHolds = (condition: Condition, run: Run): boolean =>
  holds(condition, (id) => run.known.values.get(id), run.program.conditions);

function amountOf(params: Readonly<Record<string, unknown>>, linePoints: number): number {
  const { points, each, share, cap } = params as { points?: number; each?: number; share?: number; cap?: number };
  const full =
    share !== undefined
      ? Math.max(0, linePoints * share)
      : each !== undefined
        ? Math.max(0, (points ?? 0) * each)
        : (points ?? 0);
  return cap === undefined ? full : Math.min(cap, full);
}

function reasonOf(node: RuleNode, run: Run): Reason {
  const text = interpretTemplate(node.reason, run.language, (id) => run.known.values.get(id));
  return { rule: node.rule.id, text, clause: node.rule.clause };
}

/** A desk's outcome from what fired: the first disposition in order of application. */
export function settleDesk(node: DeskNode, run: Run): DeskOutcome {
  const issues = issuesOf(run, node.needs);
  const none = { ...undecided, issues };
  if ([...node.needs].some((id) => run.known.missing.has(id))) return { status: 'incomplete', ...none };
  const fired = node.rules.filter(({ rule }) => run.fired.has(rule.id));
  const requiring = fired.filter(({ rule }) => rule.event.type === 'require');
  const papers = (rule: RuleNode): string[] => run.fired.get(rule.rule.id)?.papers as string[];
  const handedIn = (run.known.values.get(node.desk.handedIn) as string[] | undefined) ?? [];
  const missing = except([...new Set(requiring.flatMap(papers))], handedIn).sort();
  const first = fired.find(({ rule }) => rule.event.type !== 'require');
  const reasons = [
    ...(first ? [first] : []),
    ...requiring.filter((rule) => papers(rule).some((id) => missing.includes(id))),
  ];
  const department = run.known.values.get(node.desk.department) as string | undefined;
  return {
    status: 'complete',
    disposition: (first?.rule.event.type as DispositionId | undefined) ?? null,
    rule: first?.rule.id ?? null,
    department: department !== undefined && node.departments.includes(department) ? department : null,
    dueInWorkingDays: (first && (run.fired.get(first.rule.id)?.dueInWorkingDays as number | undefined)) ?? null,
    missing,
    reasons: reasons.map((each) => reasonOf(each, run)),
    issues,
  };
}

function issuesOf({ program, known }: Run, needs: ReadonlySet<string>): Issue[] {
  const questions = program.base.filter(({ fact }) => needs.has(fact.id) && known.missing.has(fact.id));
  return missingAnswers(
    questions.map(({ fact }) => ({ pointer: `/${fact.form}/${fact.id}`, ...fact.title })),
  ) as Issue[];
}
