import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shippedEditions } from '../../../../test/support/shipped.js';
import { anyDocuments, editedBy, pointersIn, someEdits } from '../fixture/random-edits.js';
import { standardDocuments } from '../fixture/tiny-edition.js';
import { applyChanges, type Change, type Documents, diffDocuments, mergeDocuments, replacedAt } from '../index.js';
import { valueAt } from '../json/pointer.js';
import { type Home, homesIn, isInside, sameHome } from './homes.js';
import { viewOfSchema } from './questions.js';

const shippedDocuments = shippedEditions().map(({ id, documents }): [string, Documents] => [id, documents]);

const rooms = 'rules/town/library/2020/rooms.json';
const lists = 'rules/town/library/2020/lists.json';
const visit = 'forms/town/library/2020/visit.json';
const manifest = 'rules/town/library/2020/edition.json';

/** The tiny standard before and after a test has changed it. */
function changedBy(change: (documents: Record<string, any>) => void): { before: Documents; after: Documents } {
  const after = standardDocuments();
  change(after);
  return { before: standardDocuments(), after };
}

const said = ({ kind, path, before, after, behind }: Change) => [
  kind,
  path.map((step) => ('key' in step ? step.key : `#${step.id}`)).join(' '),
  ...[before, after, behind].filter((value) => value !== undefined),
];

const differences = (change: (documents: Record<string, any>) => void) => {
  const { before, after } = changedBy(change);
  return diffDocuments(before, after).map(said);
};

describe('A difference', () => {
  it('is of the thing with the id, wherever it stands', () => {
    const found = differences((documents) => {
      documents[lists].lists.reverse();
      documents[lists].lists[1].rows[0].weight = 25;
    });
    expect(found).toEqual([
      ['moved', 'lists #owners', null],
      ['changed', 'lists #things rows #desk weight', 20, 25],
    ]);
  });

  it('says what came, what went, and what came before what came', () => {
    const lamp = standardDocuments()[lists].lists[0].rows[1];
    const found = differences((documents) => {
      documents[lists].lists[0].rows = [{ id: 'chair', title: { zh: '椅' } }, documents[lists].lists[0].rows[0]];
    });
    expect(found).toEqual([
      ['added', 'lists #things rows #chair', { id: 'chair', title: { zh: '椅' } }, null],
      ['removed', 'lists #things rows #lamp', lamp],
    ]);
  });

  it('of a text, a condition, an event is one', () => {
    const found = differences((documents) => {
      const line = documents[rooms].indicators[0].lines[0];
      line.title = { zh: '配齐', en: 'Complete' };
      line.rules[0].conditions = { any: [{ condition: 'large' }, { not: { condition: 'large' } }] };
      line.rules[0].event = { type: 'deduct', params: { points: 2 } };
    });
    expect(found.map(([kind, path]) => [kind, path])).toEqual([
      ['changed', 'indicators #equipment lines #furnishing title'],
      ['changed', 'indicators #equipment lines #furnishing rules #thing-missing conditions'],
      ['changed', 'indicators #equipment lines #furnishing rules #thing-missing event'],
    ]);
  });

  it('names the fewest things that moved', () => {
    const found = differences((documents) => {
      const { questions } = documents[visit].steps[0];
      questions.push(questions.shift());
    });
    expect(found).toEqual([['moved', 'steps #first questions #open', 'phone']]);
  });

  it('of a question is one wherever the schema declares it', () => {
    const found = differences((documents) => {
      const { schema } = documents[visit];
      schema.properties.detail = { ...schema.allOf[1].then.properties.detail, maxLength: 99 };
      schema.allOf.pop();
      schema.required.push('name');
    });
    expect(found).toEqual([
      ['changed', 'schema #name required', false, true],
      ['removed', 'schema #detail askedWhen', standardDocuments()[visit].schema.allOf[1].if],
      ['added', 'schema #detail maxLength', 99],
    ]);
  });

  it('leads to its place after the change, and before it where something went', () => {
    const { before, after } = changedBy((documents) => {
      documents[visit].schema.allOf[1].if.properties.area = { minimum: 1 };
      documents[visit].schema.allOf[0].then.properties.reason.title = '缘由';
      documents[lists].lists[0].rows.shift();
      documents[manifest].bands[0].title = { zh: '优' };
    });
    expect(diffDocuments(before, after).map(({ pointer }) => pointer)).toEqual([
      '/schema/allOf/0/then/properties/reason/title',
      '/schema/allOf/1/if',
      '/bands/0/title',
      '/lists/0/rows/0',
    ]);
  });

  it('is of whole documents too, and not of $schema', () => {
    const found = differences((documents) => {
      delete documents[rooms];
      documents['rules/town/library/2020/new.json'] = { facts: [] };
      delete documents[lists].$schema;
    });
    expect(found.map(([kind, path]) => [kind, path])).toEqual([
      ['added', ''],
      ['removed', ''],
    ]);
  });

  it('says that only the order of what is required changed', () => {
    const { before, after } = changedBy((documents) => documents[visit].schema.required.reverse());
    expect(
      diffDocuments(before, after)
        .map(said)
        .map(([kind, path]) => [kind, path]),
    ).toEqual([['changed', 'schema order']]);
    expect(applyChanges(before, diffDocuments(before, after))).toEqual(after);
  });
});

const generated: [string, Documents][] = [];

describe.each([
  ['generated documents', generated],
  ['shipped editions', shippedDocuments],
] as const)('Of %s', (_name, shipped) => {
  const documents = shipped.length > 0 ? fc.constantFrom(...shipped.map(([, each]) => each)) : anyDocuments;
  const edited = documents.chain((base) => someEdits.map((edits) => ({ base, after: editedBy(base, edits) })));
  const runs = { numRuns: shipped.length > 0 ? 40 : 150 };

  it('nothing differs from itself', () => {
    fc.assert(
      fc.property(documents, (each) => expect(diffDocuments(each, structuredClone(each) as Documents)).toEqual([])),
    );
  });

  it('differences, made, lead from one state to the other', () => {
    const other = fc.oneof(edited, fc.record({ base: documents, after: documents }));
    fc.assert(
      fc.property(other, ({ base, after }) => {
        const changes = diffDocuments(base, after);
        expect(withoutSchemas(applyChanges(base, changes))).toEqual(withoutSchemas(after));
        for (const { kind, document, pointer } of changes) {
          const found = valueAt((kind === 'removed' ? base : after)[document], pointer);
          expect(found).not.toBe(undefined);
        }
      }),
      runs,
    );
  });

  it('differences leave what they are made to as it was', () => {
    fc.assert(
      fc.property(edited, ({ base, after }) => {
        const copy = structuredClone(base);
        applyChanges(base, diffDocuments(base, after));
        mergeDocuments(base, after, base);
        expect(base).toEqual(copy);
      }),
    );
  });

  it('a merge with no change is the other side, and of the same change that change', () => {
    fc.assert(
      fc.property(edited, ({ base, after }) => {
        for (const merged of [
          mergeDocuments(base, base, after),
          mergeDocuments(base, after, base),
          mergeDocuments(base, after, after),
        ])
          expect([merged.documents, merged.conflicts]).toEqual([after, []]);
      }),
      runs,
    );
  });

  const threeSides = documents.chain((base) =>
    fc
      .tuple(someEdits, someEdits)
      .map(([one, other]) => ({ base, mine: editedBy(base, one), theirs: editedBy(base, other) })),
  );

  it('a merge is the same each time, and lists the same conflicts whoever is chosen', () => {
    fc.assert(
      fc.property(threeSides, ({ base, mine, theirs }) => {
        const merged = mergeDocuments(base, mine, theirs);
        expect(mergeDocuments(structuredClone(base), structuredClone(mine), structuredClone(theirs))).toEqual(merged);
        const choose = Object.fromEntries(merged.conflicts.map(({ key }) => [key, 'mine' as const]));
        const turned = mergeDocuments(base, mine, theirs, choose);
        expect(turned.conflicts.map(({ key }) => key)).toEqual(merged.conflicts.map(({ key }) => key));
        expect(turned.conflicts.every(({ chosen }) => chosen === 'mine')).toBe(true);
      }),
      runs,
    );
  });

  it('a merge without conflicts holds every value that either side wrote, and nothing that either removed', () => {
    fc.assert(
      fc.property(threeSides, ({ base, mine, theirs }) => {
        const { documents: merged, conflicts } = mergeDocuments(base, mine, theirs);
        fc.pre(conflicts.length === 0);
        const made = new Set(diffDocuments(base, merged).map(keyOf));
        const moved = movedBetween([base, mine, theirs, merged]);
        for (const side of [mine, theirs]) {
          const seen = (document: string) => [base, mine, theirs, merged].every((each) => isSeen(each[document]));
          const wanted = diffDocuments(base, side).filter(
            (change) =>
              isOfContent(change) &&
              !isRepetition(change) &&
              seen(change.document) &&
              !moved.some((home) => isInside(change, home)),
          );
          for (const change of wanted) expect(made).toContain(keyOf(change));
        }
      }),
      runs,
    );
  });
});

/** The homes of what does not stand in the same one in all of these: what changes in it changes elsewhere. */
const movedBetween = (states: readonly Documents[]): Home[] => {
  const homes = new Map<string, Home[]>();
  for (const state of states)
    for (const [name, home] of homesIn(state)) if (home) homes.set(name, [...(homes.get(name) ?? []), home]);
  return [...homes.values()].filter((all) => all.some((home) => !sameHome(home, all[0] as Home))).flat();
};

/** What is added by both sides may hold parts of both. */
const keyOf = ({ kind, document, path, after }: Change): string =>
  JSON.stringify([kind, document, path, kind === 'added' ? null : after]);
/** Where things move depends on what else moved. */
const isOfContent = ({ kind, path }: Change): boolean =>
  kind !== 'moved' && !path.some((step) => 'key' in step && step.key === 'order');
/** One more of the same value without an id: where the other side takes one away, neither is seen in what is merged. */
const isRepetition = ({ path }: Change): boolean => path.some((step) => 'id' in step && /^=.+#\d+$/u.test(step.id));
/** Whether a form's schema, if there is one, is written as forms are. */
const isSeen = (document: unknown): boolean => {
  const schema = valueAt(document, '/schema');
  return schema === undefined || viewOfSchema(schema) !== undefined;
};

const withoutSchemas = (documents: Documents): Documents =>
  Object.fromEntries(
    Object.entries(documents).map(([path, value]) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path, value];
      const { $schema: _, ...content } = value as Record<string, unknown>;
      return [path, content];
    }),
  );

describe('Edits of shipped editions at different places', () => {
  const editions = shippedDocuments;
  /** Numbers and texts that stand by themselves: not in a condition, an event, a case. */
  const places = ([, base]: [string, Documents]) =>
    pointersIn(base).filter((pointer) => {
      const value = valueAt(base, pointer);
      const alone = !/cases~1|\/(conditions|event|appliesWhen|if|uiSchema|years)\b/.test(pointer);
      return alone && (typeof value === 'number' || (typeof value === 'object' && value !== null && 'zh' in value));
    });

  it('are all there when merged, without a conflict', () => {
    const cases = editions.map((edition) => ({ base: edition[1], pointers: places(edition) }));
    const chosen = fc.constantFrom(...cases).chain(({ base, pointers }) =>
      fc.record({
        base: fc.constant(base),
        sides: fc.uniqueArray(fc.constantFrom(...pointers), { maxLength: 30 }),
        cut: fc.nat(30),
      }),
    );
    const write = (documents: Documents, pointers: readonly string[]) =>
      pointers.reduce<Documents>((before, pointer) => {
        const value = valueAt(before, pointer);
        return replacedAt(before, pointer, typeof value === 'number' ? value + 1 : { zh: '改' }) as Documents;
      }, documents);
    fc.assert(
      fc.property(chosen, ({ base, sides, cut }) => {
        const merged = mergeDocuments(base, write(base, sides.slice(0, cut)), write(base, sides.slice(cut)));
        expect([merged.documents, merged.conflicts]).toEqual([write(base, sides), []]);
      }),
    );
  });
});
