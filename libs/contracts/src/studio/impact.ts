/** Owns the impact of a draft: what it would have made of records that are stored. */
import * as z from 'zod';
import { areaId } from '../area.js';
import { editionHash, editionId } from '../edition.js';
import { localizedText } from '../issue.js';
import { pageQuery } from '../page.js';
import { jobProgress } from './proof.js';

export const impactRequest = z
  .strictObject({
    edition: editionId.meta({ description: 'Whose records: a year of the same authority and subject' }),
    area: areaId.optional().meta({ description: 'Only records of this area and those below' }),
  })
  .meta({ id: 'ImpactRequest' });

/**
 * How many units went from one result to another. A result is a grade of a standard or a disposition of a desk; null
 * where the draft asks what nobody had answered and the answer would decide.
 */
const cell = z.object({ before: z.string().nullable(), after: z.string().nullable(), units: z.int() });

export const impactResult = z
  .object({
    units: z.int(),
    changed: z.int().meta({
      description:
        'Units of which the total, the grade or the points of a line differ, or where it goes, by when and with which papers, or that are open',
    }),
    skipped: z.int().meta({ description: 'Records that the draft cannot read' }),
    results: z.array(z.object({ id: z.string(), title: localizedText })).meta({
      description: 'Titles of grades or dispositions, best first, of the draft and of the records together',
    }),
    matrix: z.array(cell),
    histogram: z
      .array(z.object({ from: z.number(), to: z.number(), before: z.int(), after: z.int() }))
      .meta({ description: 'Distribution of totals; empty for a desk. Open totals count at their middle' }),
    lines: z
      .array(
        z.object({
          id: z.string(),
          title: localizedText,
          units: z.int().meta({ description: 'In how many units it moves points' }),
          points: z.number().meta({ description: 'Mean of what it moves, over all units' }),
          open: z.int().meta({ description: 'In how many units an answer is missing for it' }),
        }),
      )
      .meta({ description: 'Lines, or rules of a desk, that cause it, most units first' }),
  })
  .meta({ id: 'ImpactResult' });

/** While it runs, `done` and `total` count the records of the edition that are looked through, of whatever area. */
export const impactRun = z
  .object({ ...jobProgress.shape, request: impactRequest, result: impactResult.nullable() })
  .meta({ id: 'ImpactRun' });

/** What one unit came to: a total is a range where answers are missing, null where no line applies and for a desk. */
const verdict = z.object({
  low: z.number().nullable(),
  high: z.number().nullable(),
  result: z.string().nullable(),
});

export const impactUnit = z
  .object({
    submission: z.string(),
    area: areaId.nullable(),
    submittedAt: z.iso.datetime(),
    heading: z.array(localizedText),
    before: verdict,
    after: verdict,
    lines: z.array(z.string()).meta({ description: 'Lines whose points differ or are open; of a desk, the rules' }),
  })
  .meta({ id: 'ImpactUnit' });

export const impactUnitPage = z
  .object({ items: z.array(impactUnit), next: z.string().nullable(), total: z.int() })
  .meta({ id: 'ImpactUnitPage' });

export const impactUnitQuery = z.object({
  ...pageQuery.shape,
  before: z.string().max(80).optional().meta({ description: 'Result before; `open` for null' }),
  after: z.string().max(80).optional().meta({ description: 'Result after; `open` for null' }),
  line: z.string().max(80).optional(),
});

export const impactUnitParams = z.object({ id: z.string().max(36), submission: z.string().max(36) });

/**
 * Both traces of one unit, with its answers by form. Personal ones are masked and take part in no trace: where a rule
 * reads one, it counts as missing.
 */
export const impactTraces = z
  .object({
    submission: z.string(),
    facts: z.record(z.string(), z.unknown()),
    before: z.object({ edition: editionId, hash: editionHash, outcome: z.unknown() }),
    after: z.object({ edition: editionId, outcome: z.unknown() }),
  })
  .meta({ id: 'ImpactTraces' });

export type ImpactRequest = z.output<typeof impactRequest>;
export type ImpactResult = z.output<typeof impactResult>;
export type ImpactRun = z.output<typeof impactRun>;
export type ImpactUnit = z.output<typeof impactUnit>;
export type ImpactUnitPage = z.output<typeof impactUnitPage>;
export type ImpactUnitQuery = z.output<typeof impactUnitQuery>;
export type ImpactTraces = z.output<typeof impactTraces>;
