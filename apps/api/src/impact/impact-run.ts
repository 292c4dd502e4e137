/** Owns judging stored records by a draft, page by page: others are served in between. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImpactResult } from '@yimen/contracts';
import type { OpenedEdition } from '../editions/edition-version.js';
import type { StoredPage, StoredRecord } from '../submissions/stored-answers.service.js';
import { deskJudge } from './desk-judge.js';
import { factsReader } from './facts-reader.js';
import { type ImpactTally, impactTally, stepFor } from './impact-tally.js';
import type { Judged } from './judged.js';
import { causesOf, resultsOf } from './known-titles.js';
import type { PackedUnits } from './packed-units.js';
import { parsedJson } from './parsed-json.js';
import { standardJudge } from './standard-judge.js';
import { type UnitColumns, unitColumns } from './unit-columns.js';

/** Records looked through at once: few enough that nobody waits for one. */
const PAGE = 200;

/** What a run ends with: what is told of it, and the units for whoever asks for them. */
export interface KeptImpact {
  readonly told: ImpactResult;
  readonly units: PackedUnits;
}

/** Where the records come from, and who hears how many of them were looked through, in scope or not. */
export interface Records {
  readonly total: number;
  readonly page: (after: number, size: number) => Promise<StoredPage>;
  /** The version that a record is pinned to. */
  readonly pinned: (hash: string) => Promise<OpenedEdition>;
  readonly progress: (done: number, total: number) => Promise<void>;
}

/** What is made of one record; undefined where it cannot be read. */
type Reading = (record: StoredRecord) => Judged | undefined;

/** Judges every record. Throws when it is told that nobody wants to know any more. */
export async function runImpact(draft: OpenedEdition, records: Records): Promise<KeptImpact> {
  const tally = impactTally(stepFor(draft.edition.standard?.points ?? 0));
  const columns = unitColumns();
  const versions = pinnedVersions(draft, records.pinned);
  let [after, looked]: [number | null, number] = [0, 0];
  while (after !== null) {
    const { records: page, next } = await records.page(after, PAGE);
    await versions.learn(page);
    for (const record of page) take(record, versions.reading(record.hash)?.(record), tally, columns);
    [after, looked] = [next, looked + PAGE];
    await records.progress(Math.min(looked, records.total), records.total);
    await nextTurn();
  }
  const opened = [draft, ...versions.opened()];
  const told = tally.tell({
    results: resultsOf(opened.map(({ edition }) => edition)),
    causes: causesOf(opened.map(({ program }) => program)),
    most: Math.max(...opened.map(({ edition }) => edition.standard?.points ?? 0)),
  });
  return { told, units: await columns.pack() };
}

function take(record: StoredRecord, judged: Judged | undefined, tally: ImpactTally, columns: UnitColumns): void {
  if (judged) tally.add(judged);
  else tally.skip();
  if (judged?.changed) columns.add(record, judged);
}

/** The versions that records are pinned to, as they come up. */
function pinnedVersions(draft: OpenedEdition, open: Records['pinned']) {
  const known = new Map<string, { readonly opened: OpenedEdition; readonly read: Reading } | undefined>();
  const learn = async (page: readonly StoredRecord[]): Promise<void> => {
    for (const { hash } of page) {
      if (known.has(hash)) continue;
      const opened = await open(hash).catch(() => undefined);
      known.set(hash, opened && { opened, read: readingOf(draft, opened) });
    }
  };
  return {
    learn,
    reading: (hash: string): Reading | undefined => known.get(hash)?.read,
    opened: (): OpenedEdition[] => [...known.values()].flatMap((each) => (each ? [each.opened] : [])),
  };
}

function readingOf(draft: OpenedEdition, pinned: OpenedEdition): Reading {
  const facts = factsReader(draft, pinned.edition);
  const judge = draft.program.desk ? deskJudge(draft) : standardJudge(draft, pinned.program);
  return (record) => {
    const read = facts(parsedJson(record.facts));
    return read && judge(read, record.outcome);
  };
}
