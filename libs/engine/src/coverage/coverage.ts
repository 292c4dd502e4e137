/** Owns what an edition's own cases reach: which rules fire and stay silent, what lines score, how matters end. */
import { type Edition, type EditionCase, readFacts } from '@yimen/config';
import type { DeskOutcome, Evaluator, LineOutcome, StandardOutcome, Traced } from '../outcome.js';
import { type LineNode, type Program, type RuleNode, rulesOf } from '../program/program.js';

/** Ids of cases. */
type Cases = readonly string[];

interface Place {
  readonly document: string;
  readonly pointer: string;
}

export interface RuleCoverage extends Place {
  readonly rule: string;
  /** The line it belongs to; a desk's rules have none. */
  readonly line?: string;
  /** Where it fires, in a line that is scored or at a desk that decides. */
  readonly fires: Cases;
  /** Where it could have fired and did not. */
  readonly silent: Cases;
  /** Of a desk's rules: where it gave the disposition, no rule before it having done so. */
  readonly decides?: Cases;
}

export interface LineCoverage extends Place {
  readonly line: string;
  readonly full: Cases;
  readonly partial: Cases;
  readonly zero: Cases;
  readonly notApplicable: Cases;
  readonly incomplete: Cases;
  /** Whether some sheets need not have it. */
  readonly conditional: boolean;
}

export interface DispositionCoverage {
  readonly disposition: string;
  readonly cases: Cases;
}

export interface Share {
  readonly covered: number;
  readonly total: number;
  /** Rounded down, so that 100 means all; 100 of nothing. */
  readonly percent: number;
}

export interface UncoveredRule extends Place {
  readonly rule: string;
  readonly line?: string;
  /** What no case shows: that it fires at all, or that it gives the disposition when it does. */
  readonly lacks: 'firing' | 'decision';
}

export interface Coverage {
  /** Cases that could be evaluated: those about invalid answers reach nothing. */
  readonly cases: number;
  readonly rules: readonly RuleCoverage[];
  readonly lines: readonly LineCoverage[];
  readonly dispositions: readonly DispositionCoverage[];
  readonly shares: {
    /** Rules that some case makes fire and, if they dispose of matters, decide. */
    readonly rules: Share;
    /** Rules that some case makes fire and some other does not. */
    readonly bothWays: Share;
    /** Lines scored in full and less than full and, where they are conditional, left out. */
    readonly lines: Share;
    readonly dispositions: Share;
  };
  /** The rules that `shares.rules` does not count. */
  readonly uncovered: readonly UncoveredRule[];
}

type AnyTraced = Traced<StandardOutcome> | Traced<DeskOutcome>;

/** A case that could be evaluated. */
interface Run {
  readonly id: string;
  readonly outcome: AnyTraced;
}

/** Evaluates every case and says what they reach together. */
export function coverageOf(
  edition: Edition,
  { program, evaluator }: { readonly program: Program; readonly evaluator: Evaluator },
): Coverage {
  const runs = edition.cases.flatMap((each) => runOf(each, edition, evaluator));
  const rules = rulesOf(program).map((node, index) => ruleCoverage(node, index, runs));
  const lines = program.lines.map((node) => lineCoverage(node, runs));
  const dispositions = [...(edition.desk?.dispositions.keys() ?? [])].map((disposition) => ({
    disposition,
    cases: casesWhere(runs, ({ outcome }) => 'disposition' in outcome && outcome.disposition === disposition),
  }));
  const uncovered = rules.flatMap(uncoveredRule);
  return {
    cases: runs.length,
    rules,
    lines,
    dispositions,
    shares: {
      rules: share(rules, (rule) => uncoveredRule(rule).length === 0),
      bothWays: share(rules, ({ fires, silent }) => fires.length > 0 && silent.length > 0),
      lines: share(lines, isReached),
      dispositions: share(dispositions, ({ cases }) => cases.length > 0),
    },
    uncovered,
  };
}

function runOf({ id, facts: input }: EditionCase, edition: Edition, evaluator: Evaluator): Run[] {
  const { facts, issues } = readFacts(edition, { id, ...input });
  if (issues.some((issue) => issue.severity === 'error')) return [];
  return [{ id, outcome: evaluator.trace(facts) as AnyTraced }];
}

const casesWhere = (runs: readonly Run[], holds: (run: Run) => boolean): Cases =>
  runs.filter(holds).map(({ id }) => id);

function ruleCoverage({ rule, line, document, pointer }: RuleNode, index: number, runs: readonly Run[]): RuleCoverage {
  const counted = runs.filter(({ outcome }) =>
    'lines' in outcome ? outcome.lines[line ?? '']?.status === 'scored' : outcome.status === 'complete',
  );
  const fired = ({ outcome }: Run): boolean => outcome.trace.rules[index]?.fired === true;
  const disposes = line === undefined && rule.event.type !== 'require';
  const decided = ({ outcome }: Run): boolean => 'rule' in outcome && outcome.rule === rule.id;
  return {
    rule: rule.id,
    ...(line === undefined ? {} : { line }),
    document,
    pointer,
    fires: casesWhere(counted, fired),
    silent: casesWhere(counted, (run) => !fired(run)),
    ...(disposes ? { decides: casesWhere(counted, decided) } : {}),
  };
}

function lineCoverage({ line }: LineNode, runs: readonly Run[]): LineCoverage {
  const where = (holds: (outcome: LineOutcome) => boolean): Cases =>
    casesWhere(runs, ({ outcome }) => {
      const own = 'lines' in outcome ? outcome.lines[line.id] : undefined;
      return own !== undefined && holds(own);
    });
  return {
    line: line.id,
    document: line.document,
    pointer: line.pointer,
    full: where(({ score }) => score === line.points),
    partial: where(({ score }) => score !== null && score > 0 && score < line.points),
    zero: where(({ score }) => score === 0),
    notApplicable: where(({ status }) => status === 'not-applicable'),
    incomplete: where(({ status }) => status === 'incomplete'),
    conditional: line.appliesWhen !== undefined,
  };
}

const isReached = ({ full, partial, zero, notApplicable, conditional }: LineCoverage): boolean =>
  full.length > 0 && partial.length + zero.length > 0 && (!conditional || notApplicable.length > 0);

function uncoveredRule({ fires, decides, silent: _, ...place }: RuleCoverage): UncoveredRule[] {
  if (fires.length === 0) return [{ ...place, lacks: 'firing' }];
  return decides?.length === 0 ? [{ ...place, lacks: 'decision' }] : [];
}

function share<Item>(items: readonly Item[], covers: (item: Item) => boolean): Share {
  const [covered, total] = [items.filter(covers).length, items.length];
  return { covered, total, percent: total === 0 ? 100 : Math.floor((covered * 100) / total) };
}
