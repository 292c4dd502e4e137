/** Owns what is proven of a draft: its checks, its cases, and the gate before publishing. */
import * as z from 'zod';
import { editionHash } from '../edition.js';
import { issue } from '../issue.js';

export const caseResult = z
  .object({
    id: z.string(),
    document: z.string(),
    pointer: z.string(),
    passed: z.boolean(),
    differences: z.array(z.object({ what: z.string(), expected: z.unknown(), got: z.unknown() })),
    outcome: z.unknown(),
  })
  .meta({ id: 'CaseResult' });

const place = { document: z.string(), pointer: z.string() };
const cases = z.array(z.string());
const share = z.object({ covered: z.int(), total: z.int(), percent: z.int() });

/** What the cases reach; arrays of strings are ids of cases. */
export const coverage = z
  .object({
    cases: z.int(),
    rules: z.array(
      z.object({
        rule: z.string(),
        line: z.string().exactOptional(),
        ...place,
        fires: cases,
        silent: cases,
        decides: cases.exactOptional(),
      }),
    ),
    lines: z.array(
      z.object({
        line: z.string(),
        ...place,
        full: cases,
        partial: cases,
        zero: cases,
        notApplicable: cases,
        incomplete: cases,
        conditional: z.boolean(),
      }),
    ),
    dispositions: z.array(z.object({ disposition: z.string(), cases })),
    shares: z.object({ rules: share, bothWays: share, lines: share, dispositions: share }),
    uncovered: z.array(
      z.object({ rule: z.string(), line: z.string().exactOptional(), ...place, lacks: z.enum(['firing', 'decision']) }),
    ),
  })
  .meta({ id: 'Coverage' });

/** The checks of one version of a draft; `hash` is null while it cannot be read. */
export const draftProof = z
  .object({
    version: z.int(),
    hash: editionHash.nullable(),
    issues: z.array(issue),
    cases: z.array(caseResult),
    coverage: coverage.nullable(),
  })
  .meta({ id: 'DraftProof' });

/** Work on the server that takes its time. */
export const jobStates = ['running', 'done', 'cancelled', 'failed'] as const;
const job = {
  state: z.enum(jobStates),
  version: z.int().meta({ description: 'The version of the draft that it is about' }),
  done: z.int(),
  total: z.int(),
  startedAt: z.iso.datetime(),
};
export const jobProgress = z.object(job);

/** What stands between a draft and its publication. */
export const gateReport = z
  .object({
    passed: z.boolean(),
    issues: z.array(issue),
    unconfirmed: z.int().meta({ description: 'Items of a roll-over that nobody decided on' }),
    cases: z.object({ passed: z.int(), failed: z.int() }),
    compared: z.object({ generated: z.int(), stored: z.int() }).meta({
      description: 'Facts that the compiled edition and json-rules-engine judged the same',
    }),
  })
  .meta({ id: 'GateReport' });

export const gateRun = z.object({ ...job, report: gateReport.nullable() }).meta({ id: 'GateRun' });

export type CaseResult = z.output<typeof caseResult>;
export type Coverage = z.output<typeof coverage>;
export type DraftProof = z.output<typeof draftProof>;
export type JobState = (typeof jobStates)[number];
export type JobProgress = z.output<typeof jobProgress>;
export type GateReport = z.output<typeof gateReport>;
export type GateRun = z.output<typeof gateRun>;
