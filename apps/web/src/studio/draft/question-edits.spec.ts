import { describe, expect, it } from '@jest/globals';
import { editionFromDocuments, valueAt } from '@yimen/config';
import fc from 'fast-check';
import { editionIn } from '../../../../../test/support/shipped.js';
import type { Documents } from './draft-state';
import { askWhen } from './question-asking';
import type { QuestionEdit } from './question-edit-result';
import { changeKind, deleteQuestion, insertQuestion, setRequired } from './question-edits';
import { type NewQuestion, questionKinds } from './question-kinds';
import {
  addChoice,
  addColumn,
  changeColumnKind,
  columnKinds,
  moveColumn,
  removeColumn,
  setChoices,
} from './question-parts';
import { type Asking, everyQuestion, questionsIn, stepsIn } from './question-places';
import { addStep, moveStep, placeQuestion, removeStep } from './question-steps';
import { usesOf } from './question-uses';

const id = 'yongzhou/acceptance/2014';
const shipped = editionIn(id).documents as Documents;
const unit = `forms/${id}/unit.json`;

const done = (edit: QuestionEdit): Extract<QuestionEdit, { ok: true }> => {
  if (!edit.ok) throw new Error(edit.reason.en);
  return edit;
};
const reads = (documents: Documents) => editionFromDocuments(id, documents);
const placed = (documents: Documents, question: string) =>
  questionsIn(documents[unit]).find((each) => each.id === question);

const printer: NewQuestion = { kind: 'boolean', title: { zh: '是否有打印机', en: 'Is there a printer?' } };

describe('A question is added', () => {
  it('to the step that is named, required, with its English words, under a name that formulas can say', () => {
    const { documents, id: added } = done(
      insertQuestion(shipped, { document: unit, step: 'venue', index: 1 }, printer),
    );
    expect(added).toBe('isThereAPrinter');
    expect(stepsIn(documents[unit])[1]?.questions.slice(0, 3)).toEqual(['venue', added, 'hallArea']);
    expect(placed(documents, added)).toMatchObject({ required: true, asked: [] });
    const read = reads(documents);
    expect(read.ok && read.edition.facts.get(added)?.title).toEqual(printer.title);
  });

  it.each(questionKinds)('as one of every kind: %s', (kind) => {
    const edit = done(insertQuestion(shipped, { document: unit }, { kind, title: { zh: '新问题' } }));
    expect(reads(edit.documents).issues).toEqual([]);
  });

  it('under another name than one that meant something before', () => {
    const edit = done(insertQuestion(shipped, { document: unit }, printer, ['isThereAPrinter']));
    expect(edit.id).toBe('isThereAPrinter2');
  });
});

describe('A question is taken away', () => {
  it('only when nothing uses it, and what does is named', () => {
    const edit = deleteQuestion(shipped, unit, 'equipment');
    expect(edit.ok).toBe(false);
    const uses = edit.ok ? [] : edit.uses;
    expect(uses.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['rule']));
    for (const use of uses) expect(valueAt(shipped[use.document], use.pointer)).toBeDefined();
  });

  it('not while another question is asked because of it', () => {
    const edit = deleteQuestion(shipped, unit, 'wallRulesDeduction');
    expect(edit.ok ? [] : edit.uses.filter(({ kind }) => kind === 'question').map(({ title }) => title.zh)).toEqual([
      '扣分理由',
    ]);
  });

  it('with its words, its hints and its answers in cases', () => {
    const added = done(insertQuestion(shipped, { document: unit }, { ...printer, kind: 'choice' }));
    const path = Object.keys(shipped).find((each) => each.endsWith('.jsonl')) ?? '';
    const cases = (added.documents[path] as Record<string, object>[]).map((each, index) =>
      index === 0 ? { ...each, unit: { ...each.unit, [added.id]: 'choice-1' } } : each,
    );
    const { documents } = done(deleteQuestion({ ...added.documents, [path]: cases }, unit, added.id));
    expect(documents).toEqual(shipped);
  });
});

describe('A question is asked only when', () => {
  const when: Asking[] = [{ fact: 'venue', test: 'const', value: 'hall' }];

  it('an answer was given: it joins those that are asked then', () => {
    const added = done(insertQuestion(shipped, { document: unit }, printer));
    const { documents } = done(askWhen(added.documents, unit, added.id, when));
    expect(placed(documents, added.id)).toMatchObject({ group: '/schema/allOf/0/then', required: true, asked: when });
    const always = done(askWhen(documents, unit, added.id, []));
    expect(always.documents).toEqual(added.documents);
  });

  it('several answers were given, two tests of one number among them', () => {
    const added = done(insertQuestion(shipped, { document: unit }, printer));
    const asked: Asking[] = [
      { fact: 'population', test: 'minimum', value: 100 },
      { fact: 'population', test: 'maximum', value: 900 },
      { fact: 'venue', test: 'enum', value: ['hall'] },
      { fact: 'venue', test: 'enum', value: ['hall', 'none'] },
    ];
    const choices = placed(shipped, 'venue');
    expect(choices).toBeDefined();
    const edit = askWhen(added.documents, unit, added.id, asked.slice(0, 3));
    const { documents } = done(edit);
    expect(reads(documents).issues).toEqual([]);
    expect(placed(documents, added.id)?.asked).toEqual(asked.slice(0, 3));
  });

  it.each([
    ['what the question cannot be', { fact: 'venue', test: 'const', value: 'castle' }],
    ['a bound of something without size', { fact: 'venue', test: 'minimum', value: 3 }],
    ['nothing at all', { fact: 'venue', test: 'enum', value: [] }],
    ['a list of ticks', { fact: 'equipment', test: 'const', value: 'desk' }],
    ['a question that is not there', { fact: 'castle', test: 'const', value: true }],
  ] as const)('that can be: not %s', (_, asking) => {
    const edit = askWhen(shipped, unit, 'broadband', [asking]);
    expect(edit.ok).toBe(false);
  });

  it('that does not depend on itself', () => {
    const edit = askWhen(shipped, unit, 'venue', [{ fact: 'layoutReasonable', test: 'const', value: true }]);
    expect(edit.ok ? '' : edit.reason.en).toMatch(/circle/u);
  });
});

describe('A question is made another', () => {
  it('kind, when nothing uses it', () => {
    const added = done(insertQuestion(shipped, { document: unit }, printer));
    const { documents } = done(changeKind(added.documents, unit, added.id, { kind: 'checklist', list: 'signs' }));
    expect(reads(documents).issues).toEqual([]);
    expect(changeKind(shipped, unit, 'hallArea', { kind: 'text' }).ok).toBe(false);
  });

  it('with choices that nothing uses gone, never with one that something does', () => {
    const added = done(insertQuestion(shipped, { document: unit }, { ...printer, kind: 'choice' }));
    const more = done(addChoice(added.documents, unit, added.id, { zh: '其他', en: 'Other' }));
    expect(more.id).toBe('choice-3');
    const tested = done(
      askWhen(more.documents, unit, 'broadband', [{ fact: added.id, test: 'const', value: 'choice-3' }]),
    );
    const first = { own: [{ const: 'choice-1', title: '一' }] };
    expect(setChoices(tested.documents, unit, added.id, first).ok).toBe(false);
    expect(reads(done(setChoices(more.documents, unit, added.id, first)).documents).issues).toEqual([]);
    expect(setChoices(more.documents, unit, added.id, { own: [] }).ok).toBe(false);
  });

  it('with a column gone that nothing uses', () => {
    expect(removeColumn(shipped, unit, 'windows', 'staff').ok).toBe(false);
    const added = done(addColumn(shipped, unit, 'windows', { kind: 'text', title: { zh: '备注', en: 'Note' } }));
    const moved = done(moveColumn(added.documents, unit, 'windows', added.id, -1));
    expect(reads(moved.documents).issues).toEqual([]);
    expect(done(removeColumn(moved.documents, unit, 'windows', added.id)).documents).toEqual(shipped);
  });
});

describe('Steps', () => {
  it('join, and begin with a question of another', () => {
    const { documents } = done(removeStep(shipped, unit, 1));
    expect(stepsIn(documents[unit])[0]?.questions).toContain('hallArea');
    const again = done(addStep(documents, unit, { title: { zh: '办公场所' }, after: 0, first: 'venue' }));
    expect(stepsIn(again.documents[unit])[1]?.questions).toEqual(['venue']);
    expect(reads(again.documents).issues).toEqual([]);
  });

  it('go when their last question does', () => {
    const joined = done(addStep(shipped, unit, { title: { zh: '新' }, after: 9, first: 'operating' }));
    const count = stepsIn(joined.documents[unit]).length;
    const back = done(placeQuestion(joined.documents, unit, 'operating', { step: 0, index: 0 }));
    expect(stepsIn(back.documents[unit])).toHaveLength(count - 1);
  });
});

const kinds = fc.constantFrom(...questionKinds);
const columns = fc.constantFrom(...columnKinds);
const list = fc.option(fc.constantFrom('signs', 'venues'), { nil: undefined });
const value = fc.oneof(fc.constantFrom('hall', 'choice-1', true, false, 'x'), fc.integer({ min: -3, max: 300 }));
const test = fc.constantFrom('const', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum');

/** An edit of whichever question a number means. */
const anyEdit = fc
  .record({
    which: fc.nat(19),
    pick: fc.nat(200),
    other: fc.nat(200),
    to: fc.record({ step: fc.nat(7), index: fc.nat(9) }),
    kind: kinds,
    column: columns,
    list,
    test,
    value,
    yes: fc.boolean(),
  })
  .map((made) => (documents: Documents): QuestionEdit => {
    const questions = everyQuestion(documents);
    const { id: question, document } = questions[made.pick % questions.length] ?? { id: '', document: unit };
    const other = questions[made.other % questions.length]?.id ?? '';
    const given = {
      kind: made.kind,
      title: { zh: '新问题', en: 'New question' },
      ...(made.list && { list: made.list }),
    };
    const rows = questions.filter(({ question: { items } }) => JSON.stringify(items ?? '').includes('properties'));
    const table = rows[made.pick % Math.max(1, rows.length)];
    const asking = { fact: other, test: made.test, value: made.value } as Asking;
    switch (made.which) {
      case 0:
      case 1:
        return insertQuestion(documents, { document, index: made.to.index }, given);
      case 2:
        return insertQuestion(documents, { document, newStep: { zh: '新步骤' } }, given);
      case 3:
      case 4:
        return deleteQuestion(documents, document, question);
      case 5:
        return changeKind(documents, document, question, given);
      case 6:
      case 7:
      case 8:
        return askWhen(documents, document, question, [asking]);
      case 9:
        return askWhen(documents, document, question, [
          ...(questions[made.other % questions.length]?.asked ?? []),
          asking,
        ]);
      case 10:
        return askWhen(documents, document, question, []);
      case 11:
        return setRequired(documents, document, question, made.yes);
      case 12:
        return placeQuestion(documents, document, question, made.to);
      case 13:
        return addStep(documents, document, { title: { zh: '一步' }, after: made.to.step, first: question });
      case 14:
        return made.yes
          ? removeStep(documents, document, made.to.step)
          : moveStep(documents, document, made.to.step, made.to.index);
      case 15:
        return addChoice(documents, document, question, { zh: '另一项', en: 'Another' });
      case 16:
        return setChoices(documents, document, question, { ...(made.list && { list: made.list }), own: [] });
      case 17:
        return addColumn(documents, table?.document ?? unit, table?.id ?? '', { ...given, kind: made.column });
      case 18: {
        const names = Object.keys((table?.question.items as { properties?: object } | undefined)?.properties ?? {});
        return removeColumn(documents, table?.document ?? unit, table?.id ?? '', names[made.to.index % 3] ?? '');
      }
      default:
        return changeColumnKind(documents, table?.document ?? unit, table?.id ?? '', 'column2', {
          kind: made.column,
          ...(made.list && { list: made.list }),
        });
    }
  });

describe('Whatever is edited, in whatever order', () => {
  it('the forms can be read, or the edit is refused with a reason', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 12 }), (edits) => {
        let documents = shipped;
        for (const edit of edits) {
          const result = edit(documents);
          if (!result.ok) {
            expect(result.reason.zh).not.toBe('');
            continue;
          }
          documents = result.documents;
        }
        expect(reads(documents).issues.filter(({ document }) => document.startsWith('forms/'))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('what used a question still does', () => {
    expect(usesOf(shipped, 'windows').length).toBeGreaterThan(0);
  });
});
