import { describe, expect, it } from '@jest/globals';
import { type Edition, readFacts } from '@yimen/config';
import { compile, evaluateInput } from '@yimen/engine';
import {
  addItem,
  type Documents,
  findLine,
  type MethodId,
  type MethodParams,
  methodContext,
  methods,
  readLine,
  replaceItem,
} from '@yimen/engine/editing';
import { referenceEvaluate } from '@yimen/engine/reference';
import fc from 'fast-check';
import {
  type GeneratedMethod,
  generatedMethods,
  hundredthsOf,
  linePoints,
  type Sheet,
  sheets,
} from './generated-method.js';
import { editionFrom, lineOf, methodDocuments, methodsId } from './method-edition.js';

const lineId = 'roomLine';
const blank = methodDocuments([lineOf(linePoints)]);
const blankEdition = editionFrom(blank);

function evaluatorOf(edition: Edition) {
  const compiled = compile(edition);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues, null, 1));
  return compiled;
}

function itemsIn(documents: Documents, edition: Edition) {
  const context = methodContext(documents, edition, lineId);
  const line = findLine(documents, methodsId, lineId)?.line;
  if (!context || !line) throw new Error('the line is gone');
  return readLine(line, context);
}

function edited(edit: ReturnType<typeof addItem>): Documents {
  if (!edit.ok) throw new Error(JSON.stringify(edit.problems));
  return edit.documents;
}

const score = (edition: Edition, evaluator: ReturnType<typeof evaluatorOf>['evaluator'], sheet: Sheet): number => {
  const answer = evaluateInput(edition, evaluator, { sheet }) as unknown as {
    status: string;
    lines: Record<string, { score: number }>;
  };
  expect(answer.status).toBe('complete');
  return Math.round((answer.lines[lineId]?.score ?? Number.NaN) * 100);
};

const RUNS = 60;

describe.each([...methods.keys()])('the method %s', (method) => {
  const generated: fc.Arbitrary<GeneratedMethod> = generatedMethods[method];

  it('writes rules that parse and compile, are read as the same parameters, and score as they should', () => {
    fc.assert(
      fc.property(generated, fc.array(sheets, { minLength: 8, maxLength: 8 }), ({ params, score: wanted }, all) => {
        const documents = edited(addItem(blank, blankEdition, lineId, { method, params }));
        const edition = editionFrom(documents);
        const { evaluator } = evaluatorOf(edition);
        const items = itemsIn(documents, edition);
        expect(items.map(({ method: id, params: read }) => ({ id, read }))).toEqual([{ id: method, read: params }]);
        for (const sheet of all) expect(score(edition, evaluator, sheet)).toBe(hundredthsOf(wanted(sheet)));
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps ids, clauses and notes when its parameters change, and formulas that count the same', () => {
    fc.assert(
      fc.property(generated, generated, ({ params: first }, { params: second }) => {
        const documents = edited(addItem(blank, blankEdition, lineId, { method, params: first }));
        const marked = markRules(documents);
        const edition = editionFrom(marked);
        const [item] = itemsIn(marked, edition);
        const same = edited(replaceItem(marked, edition, lineId, 0, item as NonNullable<typeof item>));
        expect(same).toEqual(marked);
        const changed = edited(replaceItem(marked, edition, lineId, 0, { method, params: second }));
        const after = itemsIn(changed, editionFrom(changed));
        expect(after.map(({ params }) => inAnyOrder(params))).toEqual([inAnyOrder(second)]);
        const kept = Math.min(item?.rules.length ?? 0, after[0]?.rules.length ?? 0);
        const old = new Set(item?.rules.map(({ id }) => id));
        expect(
          after[0]?.rules.filter(({ id, clause, note }) => old.has(id) && clause === '一·1' && note?.zh === '说明'),
        ).toHaveLength(kept);
      }),
      { numRuns: 25 },
    );
  });
});

/** Tiers of choices mean the same in any order: rules that are still there keep theirs. */
function inAnyOrder(params: MethodParams): unknown {
  const { tiers, ...rest } = params as { readonly tiers?: readonly { readonly choices?: unknown }[] };
  if (!tiers?.every(({ choices }) => choices)) return params;
  return { ...rest, tiers: [...tiers].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
}

/** The documents with a note on every rule of the line. */
function markRules(documents: Documents): Documents {
  const copy = structuredClone(documents) as Record<string, any>;
  const line = findLine(copy, methodsId, lineId)?.line as any;
  for (const rule of line.rules) rule.note = { zh: '说明' };
  return copy;
}

describe('the methods', () => {
  it('are read one after the other from a line of several', () => {
    const several = fc.array(
      fc.constantFrom<MethodId>(
        'pass-or-nothing',
        'minus-when',
        'per-missing',
        'per-short',
        'share',
        'per-percent',
        'discretionary',
      ),
      { minLength: 2, maxLength: 4 },
    );
    fc.assert(
      fc.property(
        several.chain((ids) =>
          fc.tuple(...ids.map((id) => generatedMethods[id].map(({ params }) => ({ method: id, params })))),
        ),
        (items) => {
          let documents = blank;
          for (const item of items) documents = edited(addItem(documents, blankEdition, lineId, item));
          const edition = editionFrom(documents);
          evaluatorOf(edition);
          const read = itemsIn(documents, edition).map(({ method, params }) => ({ method, params }));
          expect(read).toEqual(items);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('score as json-rules-engine does', async () => {
    const any = fc
      .constantFrom(...methods.keys())
      .chain((id) => generatedMethods[id].map(({ params }) => ({ method: id, params })));
    await fc.assert(
      fc.asyncProperty(any, sheets, async (item, sheet) => {
        const edition = editionFrom(edited(addItem(blank, blankEdition, lineId, item)));
        const { evaluator, program } = evaluatorOf(edition);
        const { facts } = readFacts(edition, { sheet });
        expect(evaluator.evaluate(facts)).toEqual(await referenceEvaluate(program, facts));
      }),
      { numRuns: 60 },
    );
  });
});
