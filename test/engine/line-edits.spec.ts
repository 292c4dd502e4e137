import { describe, expect, it } from '@jest/globals';
import {
  addItem,
  changeLinePoints,
  conditionSentence,
  type Documents,
  describeLine,
  dictionaryOf,
  findLine,
  type ItemToWrite,
  type LineDeclaration,
  type LineEdit,
  methodContext,
  moveItem,
  type RuleDeclaration,
  readersIn,
  readLine,
  removeItem,
  replaceItem,
  ruleSentence,
} from '@yimen/engine/editing';
import fc from 'fast-check';
import { categoryPath, editionFrom, factsPath, lineOf, methodDocuments, methodsId } from './method-edition.js';

const edition = editionFrom(methodDocuments());
const lineId = 'roomLine';

type Done = Extract<LineEdit, { ok: true }>;
function done(edit: LineEdit): Done {
  if (!edit.ok) throw new Error(JSON.stringify(edit.problems));
  return edit;
}
const lineIn = (documents: Documents): LineDeclaration =>
  findLine(documents, methodsId, lineId)?.line as LineDeclaration;
const itemsIn = (documents: Documents) => {
  const context = methodContext(documents, edition, lineId);
  return context ? readLine(lineIn(documents), context) : [];
};
const factsIn = (documents: Documents): any[] => (documents[factsPath] as any)?.facts ?? [];

/** Documents whose line has these items. */
function withItems(items: readonly ItemToWrite[], start: Documents = methodDocuments()): Documents {
  let documents = start;
  for (const item of items) documents = done(addItem(documents, edition, lineId, item)).documents;
  return documents;
}

const perShort = (required: number): ItemToWrite => ({
  method: 'per-short',
  params: { had: { fact: 'staff' }, required, points: 1 },
});
const perMissing = (checklist: string): ItemToWrite => ({ method: 'per-missing', params: { checklist, points: 1 } });
const closed: ItemToWrite = { method: 'pass-or-nothing', params: { fact: 'open', answer: false } };
const tiers: ItemToWrite = {
  method: 'tiers',
  params: {
    fact: 'venue',
    tiers: [
      { choices: ['hall'], points: 9 },
      { choices: ['window'], points: 4 },
    ],
  },
};
const byHand: RuleDeclaration = {
  id: 'by-hand',
  clause: '一·1',
  reason: { zh: '因' },
  conditions: { all: [{ fact: 'complaints', operator: 'greaterThan', value: { fact: 'staff' } }] },
  event: { type: 'award', params: { points: 1 } },
};

describe('adding an item', () => {
  it('puts the rule into the line and its formula into a new facts document, and touches nothing else', () => {
    const before = methodDocuments();
    const { documents, added } = done(addItem(before, edition, lineId, perMissing('tools')));
    expect(lineIn(documents).rules).toEqual([
      {
        id: 'room-line-missing',
        clause: '一·1',
        reason: {
          zh: '缺 {toolsMissing} 项：{MISSING_ITEMS(tools)}',
          en: '{toolsMissing} missing: {MISSING_ITEMS(tools)}',
        },
        conditions: { all: [{ fact: 'toolsMissing', operator: 'greaterThan', value: 0 }] },
        event: { type: 'deduct', params: { points: 1, each: { fact: 'toolsMissing' } } },
      },
    ]);
    expect(factsIn(documents)).toEqual([
      {
        id: 'toolsMissing',
        title: { zh: '“已有物品”缺少的项数', en: 'Items missing from "Tools there"' },
        formula: 'MISSING(tools)',
        unit: '项',
      },
    ]);
    expect(added).toEqual(['toolsMissing']);
    const touched = Object.keys(documents).filter((path) => documents[path] !== before[path]);
    expect(touched.sort()).toEqual([factsPath, categoryPath].sort());
  });

  it('counts by a formula that is there, in whatever document and however it is spaced', () => {
    const before = {
      ...methodDocuments(),
      [`rules/${methodsId}/numbers.json`]: {
        facts: [{ id: 'gone', title: { zh: '缺' }, formula: 'MISSING( tools )' }],
      },
    };
    const { documents, added } = done(addItem(before, edition, lineId, perMissing('tools')));
    expect(added).toEqual([]);
    expect(lineIn(documents).rules[0]?.event.params).toEqual({ points: 1, each: { fact: 'gone' } });
    expect(documents[factsPath]).toBeUndefined();
    const other = done(addItem(before, edition, lineId, perShort(2))).documents as Record<string, any>;
    expect(other[`rules/${methodsId}/numbers.json`].facts.map(({ id }: { id: string }) => id)).toEqual([
      'gone',
      'staffShort',
    ]);
  });

  it('gives what may have no answer a default', () => {
    const documents = withItems([perMissing('racks'), { method: 'per-unit', params: { fact: 'seats', points: 1 } }]);
    expect(factsIn(documents).map(({ formula }) => formula)).toEqual([
      'IFBLANK(MISSING(racks), 0)',
      'IFBLANK(seats, 0)',
    ]);
  });

  it('finds ids that nothing has', () => {
    const taken = { id: 'staffShort', title: { zh: '占' }, formula: 'staff + 1' };
    const documents = withItems([perShort(2), perShort(3), closed, closed], methodDocuments([lineOf(10)], [taken]));
    expect(factsIn(documents).map(({ id }) => id)).toEqual(['staffShort', 'staffShort2', 'staffShort3']);
    expect(lineIn(documents).rules.map(({ id }) => id)).toEqual([
      'room-line-short',
      'room-line-short-2',
      'room-line-none',
      'room-line-none-2',
    ]);
  });

  it('stands where it is asked to, and a rule written by hand as it is', () => {
    const documents = done(
      addItem(withItems([closed]), edition, lineId, { method: 'hand-written', params: {}, rules: [byHand] }, 0),
    ).documents;
    expect(itemsIn(documents).map(({ method }) => method)).toEqual(['hand-written', 'minus-when']);
    expect(lineIn(documents).rules[0]).toBe(byHand);
  });
});

describe('replacing an item', () => {
  it('changes the formula of the same subject under its id', () => {
    const documents = withItems([perShort(2)]);
    const [own] = factsIn(documents);
    const noted = { ...documents, [factsPath]: { facts: [{ ...own, title: { zh: '缺员' }, note: { zh: '说明' } }] } };
    const { documents: after, added, removed } = done(replaceItem(noted, edition, lineId, 0, perShort(3)));
    expect(factsIn(after)).toEqual([
      { ...own, title: { zh: '缺员' }, note: { zh: '说明' }, formula: 'MAX(0, 3 - staff)' },
    ]);
    expect([added, removed]).toEqual([[], []]);
    expect(lineIn(after).rules).toEqual([
      { ...lineIn(noted).rules[0], reason: expect.objectContaining({ zh: expect.stringContaining('3人') }) },
    ]);
  });

  it('takes a formula of its own where another rule counts by the same one', () => {
    const documents = withItems([perShort(2), perShort(2)]);
    expect(factsIn(documents)).toHaveLength(1);
    const after = done(replaceItem(documents, edition, lineId, 1, perShort(4))).documents;
    expect(factsIn(after).map(({ formula }) => formula)).toEqual(['MAX(0, 2 - staff)', 'MAX(0, 4 - staff)']);
    expect(itemsIn(after).map(({ params }) => params.required)).toEqual([2, 4]);
  });

  it('removes the formula that nothing counts by any more', () => {
    const { documents, added, removed } = done(
      replaceItem(withItems([perMissing('tools')]), edition, lineId, 0, perMissing('racks')),
    );
    expect([added, removed]).toEqual([['racksMissing'], ['toolsMissing']]);
    expect(factsIn(documents).map(({ id }) => id)).toEqual(['racksMissing']);
    expect(lineIn(documents).rules[0]?.id).toBe('room-line-missing');
  });

  it('keeps a reason that somebody worded, its formulas following the facts', () => {
    const reason = {
      zh: '还差 {toolsMissing} 样：{MISSING_ITEMS(tools)}（"tools" 不动）',
      en: '{ toolsMissing } to go',
    };
    const worded = withItems([{ method: 'per-missing', params: { checklist: 'tools', points: 1, reason } }]);
    const params = { ...itemsIn(worded)[0]?.params };
    expect(params.reason).toEqual(reason);
    const after = done(
      replaceItem(worded, edition, lineId, 0, { method: 'per-missing', params: { ...params, checklist: 'racks' } }),
    ).documents;
    expect(lineIn(after).rules[0]?.reason).toEqual({
      zh: '还差 {racksMissing} 样：{MISSING_ITEMS(racks)}（"tools" 不动）',
      en: '{ racksMissing } to go',
    });
    const { reason: _, ...plain } = params;
    const anew = done(replaceItem(worded, edition, lineId, 0, { method: 'per-missing', params: plain })).documents;
    expect(lineIn(anew).rules[0]?.reason.zh).toBe('缺 {toolsMissing} 项：{MISSING_ITEMS(tools)}');
  });

  it('goes on under the same rule when the method changes', () => {
    const marked = withItems([{ ...closed, clause: '一·1·2' }]);
    const after = done(replaceItem(marked, edition, lineId, 0, perShort(2))).documents;
    expect(lineIn(after).rules).toMatchObject([
      { id: 'room-line-none', clause: '一·1·2', event: { params: { each: { fact: 'staffShort' } } } },
    ]);
  });

  it('leaves the formula that somebody thought out, and says that nothing reads it', () => {
    const due = { id: 'due', title: { zh: '应有' }, formula: 'MAX(1, ROUND(staffDue / 2))' };
    const documents = withItems(
      [{ method: 'share', params: { had: { fact: 'staff' }, required: { fact: 'due' } } }],
      methodDocuments([lineOf(10)], [due]),
    );
    expect(factsIn(documents)[1]?.formula).toBe('MAX(0, 1 - staff / due)');
    const { removed, unread, documents: after } = done(replaceItem(documents, edition, lineId, 0, closed));
    expect([removed, unread]).toEqual([['staffShortShare'], ['due']]);
    expect(factsIn(after)).toEqual([due]);
  });

  it('changes nothing while parameters are wrong, and says which', () => {
    const documents = withItems([closed]);
    expect(
      replaceItem(documents, edition, lineId, 0, { method: 'per-missing', params: { checklist: 'staff', points: 0 } }),
    ).toEqual({
      ok: false,
      problems: [
        {
          parameter: 'checklist',
          message: expect.objectContaining({ zh: expect.any(String), en: expect.any(String) }),
        },
        { parameter: 'points', message: { zh: '分值应是大于0的数', en: 'Points must be a number above 0' } },
      ],
    });
    for (const edit of [
      replaceItem(documents, edition, lineId, 1, closed),
      removeItem(documents, edition, 'nowhere', 0),
      moveItem(documents, edition, lineId, 5, 0),
    ])
      expect(edit).toMatchObject({ ok: false, problems: [{ parameter: '' }] });
  });

  it('refuses a limit beyond the line and tiers that do not fit', () => {
    const wrong = (item: ItemToWrite) => {
      const edit = addItem(methodDocuments(), edition, lineId, item);
      return edit.ok ? [] : edit.problems.map(({ message }) => message.en);
    };
    const numbers = (...all: object[]): ItemToWrite => ({ method: 'tiers', params: { fact: 'area', tiers: all } });
    const choices = (...all: object[]): ItemToWrite => ({ method: 'tiers', params: { fact: 'venue', tiers: all } });
    expect(wrong({ ...perShort(2), params: { ...perShort(2).params, cap: 11 } })).toEqual([
      'The line has 10 points; the limit cannot be higher',
    ]);
    expect(wrong(numbers({ points: 1 }))).toEqual(['There must be two tiers at least']);
    expect(wrong(numbers({ points: 1 }, { from: 5, points: 2 }, { from: 5, points: 3 }))).toEqual([
      'The bounds must rise from tier to tier',
    ]);
    expect(wrong(numbers({ points: 1 }, { from: 5, points: 11 }))).toEqual([
      'The line has 10 points; no tier can give more',
    ]);
    expect(wrong(choices({ choices: ['hall'], points: 1 }, { choices: ['hall'], points: 2 }))).toEqual([
      'A choice can be in one tier only',
    ]);
    expect(wrong(choices({ choices: ['barn'], points: 1 }))).toEqual(['A choice is no longer in the list: remove it']);
    expect(wrong(choices({ choices: ['hall'], points: 0 }))).toEqual(['At least one tier must give points']);
  });
});

describe('what a line starts with', () => {
  it('is zero with tiers and full without', () => {
    const counted = withItems([tiers]);
    expect(lineIn(counted).starts).toBe('zero');
    expect(itemsIn(counted).map(({ method, rules }) => [method, rules.length])).toEqual([['tiers', 2]]);
    expect(lineIn(withItems([closed], counted)).starts).toBe('zero');
    expect(lineIn(done(replaceItem(counted, edition, lineId, 0, closed)).documents).starts).toBe('full');
    expect(lineIn(done(removeItem(counted, edition, lineId, 0)).documents).starts).toBe('full');
  });

  it('is left to whoever wrote a rule by hand', () => {
    const documents = methodDocuments([
      lineOf(10, {
        starts: 'zero',
        rules: [byHand, { ...byHand, id: 'second', event: { type: 'deduct', params: { points: 1 } } }],
      }),
    ]);
    const [first] = itemsIn(documents);
    expect(first?.method).toBe('hand-written');
    expect(lineIn(done(moveItem(documents, edition, lineId, 0, 1)).documents).starts).toBe('zero');
  });
});

describe('the needs of a line', () => {
  const discretionary: ItemToWrite = { method: 'discretionary', params: { fact: 'docked', because: 'why' } };

  it('come and go with the discretionary item, beside needs of its own', () => {
    const documents = withItems([discretionary], methodDocuments([lineOf(10, { needs: ['open'] })]));
    expect(lineIn(documents).needs).toEqual(['open', 'why']);
    expect(lineIn(done(replaceItem(documents, edition, lineId, 0, closed)).documents).needs).toEqual(['open']);
    expect(lineIn(done(removeItem(documents, edition, lineId, 0)).documents).needs).toEqual(['open']);
    expect(lineIn(done(moveItem(withItems([closed], documents), edition, lineId, 0, 1)).documents).needs).toEqual([
      'open',
      'why',
    ]);
    expect(Object.hasOwn(lineIn(withItems([closed])), 'needs')).toBe(false);
  });

  it('still tell the item when its reason says nothing of why', () => {
    const documents = withItems([
      { ...discretionary, params: { ...discretionary.params, reason: { zh: '酌情', en: 'At discretion' } } },
    ]);
    expect(itemsIn(documents)).toMatchObject([{ method: 'discretionary', params: { because: 'why' } }]);
  });
});

describe('moving and other points', () => {
  it('moves all rules of an item', () => {
    const documents = withItems([tiers, perShort(1), perMissing('tools')]);
    const ids = lineIn(documents).rules.map(({ id }) => id);
    const moved = done(moveItem(documents, edition, lineId, 0, 2)).documents;
    expect(lineIn(moved).rules.map(({ id }) => id)).toEqual([ids[2], ids[3], ids[0], ids[1]]);
    expect(done(moveItem(moved, edition, lineId, 2, 0)).documents).toEqual(documents);
  });

  it('takes all points along where an item takes all', () => {
    const documents = withItems([closed, perShort(1)]);
    const after = done(changeLinePoints(documents, edition, lineId, 6)).documents;
    expect(lineIn(after).points).toBe(6);
    expect(itemsIn(after).map(({ method }) => method)).toEqual(['pass-or-nothing', 'per-short']);
    expect(lineIn(after).rules[0]?.event.params).toEqual({ points: 6 });
    expect(lineIn(after).rules[1]).toEqual(lineIn(documents).rules[1]);
  });
});

describe('the readers of facts', () => {
  it('are found in formulas, conditions, events, reasons and needs, with the rule or formula they are in', () => {
    const documents = {
      ...withItems([perMissing('tools'), { method: 'discretionary', params: { fact: 'docked', because: 'why' } }]),
      [`rules/${methodsId}/more.json`]: { facts: [{ id: 'odd', title: { zh: '怪' }, formula: 'MAX(tools' }] },
    };
    const all = readersIn(documents).map(
      ({ fact, pointer, rule, derived }) =>
        `${fact} ${pointer.split('/').slice(5).join('/') || pointer} ${rule ?? derived ?? ''}`,
    );
    expect(all).toEqual(
      expect.arrayContaining([
        'tools /facts/0/formula toolsMissing',
        'tools /facts/0/formula odd',
        'toolsMissing rules/0/conditions/all/0/fact room-line-missing',
        'toolsMissing rules/0/event/params/each/fact room-line-missing',
        'toolsMissing rules/0/reason/zh room-line-missing',
        'tools rules/0/reason/en room-line-missing',
        'why needs ',
      ]),
    );
  });
});

describe('whatever a document under edit holds', () => {
  const dictionary = dictionaryOf(edition);
  const key = fc.constantFrom(
    'all',
    'any',
    'not',
    'condition',
    'fact',
    'operator',
    'value',
    'path',
    'type',
    'params',
    'points',
    'each',
    'share',
    'cap',
    'zh',
    'en',
  );
  const word = fc.constantFrom<unknown>(
    'equal',
    'greaterThan',
    'staff',
    'tools',
    'tools.x',
    'deduct',
    'award',
    'require',
    'handle',
    0,
    1,
    true,
    null,
    undefined,
    '',
  );
  const { anything } = fc.letrec((tie) => ({
    anything: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      word,
      fc.array(tie('anything'), { maxLength: 3 }),
      fc.dictionary(key, tie('anything'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));

  it('is read and said without a fault', () => {
    const rule = fc.record(
      { id: fc.constant('rule'), clause: word, reason: anything, conditions: anything, event: anything },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(rule, anything), { maxLength: 3 }),
        anything,
        fc.constantFrom('full', 'zero'),
        (rules, condition, starts) => {
          const line = lineOf(10, {
            starts: starts as 'full',
            rules: rules as RuleDeclaration[],
            ...(condition ? { appliesWhen: condition as never } : {}),
          });
          const documents = methodDocuments([line]);
          expect(itemsIn(documents).flatMap((item) => item.rules)).toEqual(rules);
          const context = methodContext(documents, edition, lineId);
          for (const { zh, en } of context ? describeLine(line, context) : [])
            expect([typeof zh, typeof en]).toEqual(['string', 'string']);
          expect(typeof conditionSentence(condition as never, dictionary).zh).toBe('string');
          const desk = { dispositions: {}, handedIn: 'tools' };
          for (const each of rules) expect(typeof ruleSentence(each as never, dictionary, desk).en).toBe('string');
          const read = itemsIn(documents)[0];
          if (read) expect(replaceItem(documents, edition, lineId, 0, read).ok).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
