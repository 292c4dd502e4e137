import { describe, expect, it } from '@jest/globals';
import {
  type Change,
  type Documents,
  diffDocuments,
  mergeDocuments,
  removedAt,
  replacedAt,
  valueAt,
} from '@yimen/config';
import { describeChanges, describeConflicts } from '@yimen/engine/editing';
import fc from 'fast-check';
import { editedBy, pointersIn, someEdits } from '../../libs/config/src/fixture/random-edits.js';
import { shippedEditions } from '../support/shipped.js';

const documents = fc.constantFrom(...shippedEditions().map((edition) => edition.documents));
const edited = fc.tuple(documents, someEdits).map(([before, edits]) => ({ before, after: editedBy(before, edits) }));
const runs = { numRuns: 40 };

const said = ({ zh, en }: { zh: string; en: string }) => expect([zh.length > 0, en.length > 0]).toEqual([true, true]);

/** Whether one path begins with the other. */
const within = (inner: Change, outer: Change): boolean =>
  inner.document === outer.document &&
  inner.path.length >= outer.path.length &&
  outer.path.every((step, index) => JSON.stringify(step) === JSON.stringify(inner.path[index]));

describe('The words of changes', () => {
  it('tell every change, each under a key of its own, whatever shape the documents have', () => {
    fc.assert(
      fc.property(edited, ({ before, after }) => {
        const changes = diffDocuments(before, after);
        const worded = describeChanges(changes, { before, after });
        for (const { subject, what, group } of worded) for (const text of [subject, what, group]) said(text);
        expect(new Set(worded.map(({ key }) => key)).size).toBe(worded.length);
        const told = worded.flatMap((each) => each.changes);
        for (const change of changes) expect(told.some((each) => within(each, change))).toBe(true);
      }),
      runs,
    );
  });

  it('are there for conflicts of any documents too', () => {
    fc.assert(
      fc.property(documents, someEdits, someEdits, (base, one, other) => {
        const [mine, theirs] = [editedBy(base, one), editedBy(base, other)];
        const { conflicts, sides } = mergeDocuments(base, mine, theirs);
        const worded = describeConflicts(conflicts, sides);
        expect(worded.map(({ key }) => key)).toEqual(conflicts.map(({ key }) => key));
        for (const each of worded) for (const text of [each.subject, each.mine, each.theirs]) said(text);
      }),
      runs,
    );
  });

  it('have no ids where there are titles, for anything that is changed or taken out of an edition', () => {
    const places = documents.chain((before) =>
      fc
        .constantFrom(...pointersIn(before).filter((pointer) => !/cases~1|schema$/.test(pointer)))
        .map((pointer) => ({ before, pointer })),
    );
    fc.assert(
      fc.property(places, ({ before, pointer }) => {
        const value = valueAt(before, pointer);
        const other = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : undefined;
        const key = pointer.slice(pointer.lastIndexOf('/') + 1);
        fc.pre(other !== undefined || /^\d+$/.test(key));
        const after = (
          other === undefined ? removedAt(before, pointer) : replacedAt(before, pointer, other)
        ) as Documents;
        for (const { subject, what } of describeChanges(diffDocuments(before, after), { before, after })) {
          expect(`${subject.zh} ${what.zh}`).not.toMatch(/[a-z]{2}/);
        }
      }),
      { numRuns: 150 },
    );
  });
});
