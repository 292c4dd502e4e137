import { describe, expect, it } from '@jest/globals';
import { type Edition, editionFromDocuments, readFacts } from '@yimen/config';
import { compile, type StandardOutcome } from '@yimen/engine';
import { editionIn } from '../../../../test/support/shipped.js';
import type { OpenedEdition } from '../editions/edition-version.js';
import type { StoredRecord } from '../submissions/stored-answers.service.js';
import { runImpact } from './impact-run.js';
import { keptUnits } from './kept-units.js';

type Documents = Record<string, any>;

const standard = editionIn('yongzhou/acceptance/2014');
const desk = editionIn('yongzhou/intake/2014');

function openedOf(edition: Edition): OpenedEdition {
  const compiled = compile(edition);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues.slice(0, 3)));
  return { id: edition.id, hash: edition.hash, edition, ...compiled } as unknown as OpenedEdition;
}

/** A version of an edition with one document changed. */
function changed(edition: Edition, end: string, change: (document: Documents) => void): OpenedEdition {
  const documents: Documents = structuredClone(edition.documents);
  change(documents[Object.keys(documents).find((path) => path.endsWith(end)) as string]);
  const read = editionFromDocuments(edition.id, documents);
  if (!read.ok) throw new Error(JSON.stringify(read.issues.slice(0, 3)));
  return openedOf(read.edition);
}

/** A record as it is stored: without personal answers, judged with them. */
function recordOf(edition: Edition, document: Readonly<Record<string, unknown>>, sequence: number): StoredRecord {
  const open = Object.entries(document).map(([form, answers]) => [
    form,
    Object.fromEntries(Object.entries(answers as object).filter(([id]) => !edition.facts.get(id)?.personal)),
  ]);
  const outcome = openedOf(edition).evaluator.evaluate(readFacts(edition, document).facts);
  const [facts, judged] = [JSON.stringify(Object.fromEntries(open)), JSON.stringify(outcome)];
  const [id, submittedAt] = [`record-${sequence}`, '2014-11-01T00:00:00.000Z'];
  return { sequence, id, hash: edition.hash, area: null, submittedAt, facts, outcome: judged };
}

const recordsOf = (edition: Edition): StoredRecord[] =>
  edition.cases.map(({ facts }, index) => recordOf(edition, facts, index + 1));

function judge(draft: OpenedEdition, records: readonly StoredRecord[], editions: readonly Edition[]) {
  const page = async (after: number) => ({ records: records.slice(after, after + 5), next: following(after, records) });
  const pinned = async (hash: string): Promise<OpenedEdition> => {
    const found = editions.find((edition) => edition.hash === hash);
    if (!found) throw new Error('unknown');
    return openedOf(found);
  };
  return runImpact(draft, { total: records.length, page, pinned, progress: async () => {} });
}

const following = (after: number, records: readonly unknown[]): number | null =>
  after + 5 < records.length ? after + 5 : null;

const lineIn = (category: Documents, line: string) =>
  category.indicators.flatMap((indicator: Documents) => indicator.lines).find(({ id }: Documents) => id === line);

describe('A run of the impact', () => {
  it('finds nothing changed by the version that the records are of', async () => {
    for (const edition of [standard, desk]) {
      const { told, units } = await judge(openedOf(edition), recordsOf(edition), [edition]);
      const invalid = recordsOf(edition).filter(({ outcome }) => JSON.parse(outcome).status !== 'complete').length;
      expect([told.units, told.changed, told.skipped]).toEqual([edition.cases.length, invalid, 0]);
      expect(units.units).toBe(invalid);
    }
  });

  it('passes over records that it cannot read, and goes on', async () => {
    const [good, broken, other, foreign, listed] = recordsOf(standard) as [StoredRecord, ...StoredRecord[]];
    const records = [
      { ...broken, facts: '{' },
      { ...other, outcome: '{"disposition":"refuse"}' },
      { ...foreign, hash: 'unheard-of' },
      { ...listed, facts: '[]' },
      good,
    ] as StoredRecord[];
    const { told } = await judge(openedOf(standard), records, [standard]);
    expect([told.units, told.skipped, told.changed]).toEqual([1, 4, 0]);
  });

  it('scales totals exactly where lines no longer apply, and takes their points away', async () => {
    const draft = changed(standard, '/hardware.json', (category) => {
      lineIn(category, 'signs').appliesWhen = {
        all: [{ fact: 'unitType', operator: 'notEqual', value: 'community' }],
      };
    });
    const records = recordsOf(standard);
    const { told, units } = await judge(draft, records, [standard]);
    const found = await keptUnits(units);
    const all = new Map(found.matching({}).map((place) => [found.at(place).sequence, found.at(place)]));
    let concerned = 0;
    for (const { sequence, facts, outcome } of records) {
      const before = JSON.parse(outcome) as StandardOutcome;
      const after = draft.evaluator.evaluate(readFacts(draft.edition, JSON.parse(facts)).facts) as StandardOutcome;
      if (before.status !== 'complete' || after.lines.signs?.status !== 'not-applicable') continue;
      concerned += 1;
      const total = Math.round((after.total as number) * 100);
      expect(all.get(sequence)).toMatchObject({
        before: { low: Math.round((before.total as number) * 100) },
        after: { low: total, high: total, result: after.grade },
        causes: ['signs'],
      });
    }
    expect(concerned).toBeGreaterThan(0);
    expect(told.lines).toMatchObject([{ id: 'signs', units: concerned, open: 0 }]);
    expect(told.lines[0]?.points).toBeLessThan(0);
  });

  it('names grades that only the records know, and those that only the draft knows', async () => {
    const draft = changed(standard, '/edition.json', (manifest) => {
      manifest.bands[0] = { ...manifest.bands[0], id: 'outstanding', title: { zh: '卓越', en: 'Outstanding' } };
    });
    const { told } = await judge(draft, recordsOf(standard), [standard]);
    const ids = told.results.map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['outstanding', standard.standard?.bands[0]?.id]);
    expect(told.histogram).toHaveLength(20);
    expect(told.histogram.at(-1)).toMatchObject({ from: 95, to: 100 });
    const counted = told.histogram.reduce((sum, { before }) => sum + before, 0);
    const totals = recordsOf(standard).filter(({ outcome }) => JSON.parse(outcome).total !== null);
    expect(counted).toBe(totals.length);
  });

  it('takes personal answers as given where they are only asked for, and as missing where a rule reads them', async () => {
    const personal = [...desk.facts.values()].find((fact) => fact.personal && fact.type.kind === 'text');
    const complete = recordsOf(desk).filter(({ outcome }) => JSON.parse(outcome).status === 'complete');
    const asking = changed(desk, '/desk.json', (document) => document.needs.push(personal?.id));
    expect((await judge(asking, complete, [desk])).told.changed).toBe(0);
    const reading = changed(desk, '/desk.json', ({ rules }) => {
      const condition = { fact: personal?.id, operator: 'notEqual', value: '某' };
      rules[0].conditions = { all: [rules[0].conditions, condition] };
    });
    const { told } = await judge(reading, complete, [desk]);
    expect(told.changed).toBe(complete.length);
    expect(told.matrix.every(({ after }) => after === null)).toBe(true);
    expect(told.lines.reduce((sum, { open }) => sum + open, 0)).toBe(complete.length);
  });
});
