import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { standardDocuments } from '../fixture/tiny-edition.js';
import { mergeDocuments, type Side } from '../index.js';

const rooms = 'rules/town/library/2020/rooms.json';
const stock = 'rules/town/library/2020/stock.json';
const visit = 'forms/town/library/2020/visit.json';

type Documents = Record<string, any>;
type Edit = (documents: Documents) => void;

const line = (id: string) => ({ id, title: { zh: id }, points: 1, rules: [{ id: `rule-${id}`, clause: '1' }] });
const indicator = (id: string, ...lines: string[]) => ({ id, title: { zh: id }, lines: lines.map(line) });

/** Two categories: `a` with lines 1 to 3 and an empty `b` in the one, `c` with line 4 in the other. */
function base(): Documents {
  const documents = standardDocuments();
  documents[rooms] = { id: 'rooms', indicators: [indicator('a', 'one', 'two', 'three'), indicator('b')] };
  documents[stock] = { id: 'stock', indicators: [indicator('c', 'four')] };
  return documents;
}

const indicatorIn = (documents: Documents, id: string) =>
  [...documents[rooms].indicators, ...documents[stock].indicators].find((each) => each.id === id);

function taken(documents: Documents, id: string): any {
  for (const { lines } of [...documents[rooms].indicators, ...documents[stock].indicators]) {
    const at = lines.findIndex((each: { id: string }) => each.id === id);
    if (at >= 0) return lines.splice(at, 1)[0];
  }
}

const move =
  (id: string, to: string, index = 0): Edit =>
  (documents) =>
    indicatorIn(documents, to).lines.splice(index, 0, taken(documents, id));
const retire =
  (id: string): Edit =>
  (documents) =>
    taken(documents, id);
const points =
  (id: string, value: number): Edit =>
  (documents) => {
    for (const each of [...documents[rooms].indicators, ...documents[stock].indicators])
      for (const found of each.lines) if (found.id === id) found.points = value;
  };

function mergeOf(mine: Edit, theirs: Edit, choose: Record<string, Side> = {}) {
  const sides = [mine, theirs].map((edit) => {
    const documents = base();
    edit(documents);
    return documents;
  });
  const { documents, conflicts } = mergeDocuments(base(), sides[0] as Documents, sides[1] as Documents, choose);
  return { documents: documents as Documents, conflicts };
}

/** Where each line is, and its points: `a: one 1, two 1`. */
const told = (documents: Documents): string[] =>
  [...documents[rooms].indicators, ...documents[stock].indicators].map(
    ({ id, lines }) => `${id}: ${lines.map((each: any) => `${each.id} ${each.points}`).join(', ')}`,
  );

const both =
  (...edits: Edit[]): Edit =>
  (documents) => {
    for (const edit of edits) edit(documents);
  };

describe('A merge of what was moved to another holder', () => {
  it('has it there with what the other side changed in it, whichever side moved it', () => {
    const [moved, changed] = [move('two', 'c', 1), points('two', 5)];
    for (const { documents, conflicts } of [mergeOf(moved, changed), mergeOf(changed, moved)]) {
      expect(told(documents)).toEqual(['a: one 1, three 1', 'b: ', 'c: four 1, two 5']);
      expect(conflicts).toEqual([]);
    }
  });

  it('asks about it where the other side removed it', () => {
    const [moved, removed] = [move('two', 'b'), retire('two')];
    const { documents, conflicts } = mergeOf(moved, removed);
    expect(told(documents)[1]).toBe('b: ');
    expect(conflicts).toMatchObject([{ about: 'value', movedBy: 'mine', mine: { id: 'two' }, chosen: 'theirs' }]);
    const chosen = mergeOf(moved, removed, { [String(conflicts[0]?.key)]: 'mine' });
    expect(told(chosen.documents)).toEqual(['a: one 1, three 1', 'b: two 1', 'c: four 1']);
    const turned = mergeOf(removed, moved);
    expect(turned.conflicts).toMatchObject([{ movedBy: 'theirs', pointer: '/indicators/1/lines/0' }]);
    expect(told(turned.documents)[1]).toBe('b: two 1');
  });

  it('asks where it belongs when both moved it, and once about what else both changed in it', () => {
    const mine = both(move('two', 'b'), points('two', 3));
    const theirs = both(move('two', 'c'), points('two', 4));
    const { documents, conflicts } = mergeOf(mine, theirs);
    expect(told(documents)).toEqual(['a: one 1, three 1', 'b: ', 'c: two 4, four 1']);
    expect(conflicts.map(({ about }) => about)).toEqual(['value', 'place']);
    const chosen = mergeOf(mine, theirs, Object.fromEntries(conflicts.map(({ key }) => [key, 'mine'] as const)));
    expect(told(chosen.documents)).toEqual(['a: one 1, three 1', 'b: two 3', 'c: four 1']);
    expect(chosen.conflicts.map(({ key }) => key)).toEqual(conflicts.map(({ key }) => key));
    expect(chosen.conflicts.map(({ document, pointer }) => [document, pointer])).toEqual([
      [rooms, '/indicators/1/lines/0/points'],
      [rooms, '/indicators/1/lines/0'],
    ]);
  });

  it('takes it along with what it stands in, and into what is new on that side', () => {
    const whole: Edit = (documents) => documents[stock].indicators.push(documents[rooms].indicators.shift());
    expect(told(mergeOf(whole, both(points('two', 5), move('three', 'b'))).documents)).toEqual([
      'b: three 1',
      'c: four 1',
      'a: one 1, two 5',
    ]);
    const fresh: Edit = (documents) => {
      documents[stock].indicators.push(indicator('d', 'five'));
      move('two', 'd', 1)(documents);
    };
    const { documents, conflicts } = mergeOf(fresh, points('two', 5));
    expect(told(documents)).toEqual(['a: one 1, three 1', 'b: ', 'c: four 1', 'd: five 1, two 5']);
    expect(conflicts).toEqual([]);
    expect(mergeOf(fresh, retire('two')).conflicts).toMatchObject([{ movedBy: 'mine' }]);
  });

  it('asks about what it went into where the other side removed that', () => {
    const { documents, conflicts } = mergeOf(move('two', 'b'), (documents) => documents[rooms].indicators.pop());
    expect(conflicts).toMatchObject([{ path: [{ key: 'indicators' }, { id: 'b' }], mine: { lines: [{ id: 'two' }] } }]);
    // Neither side removed the line: it is left where the other has it.
    expect(told(documents)).toEqual(['a: one 1, two 1, three 1', 'c: four 1']);
    const chosen = mergeOf(move('two', 'b'), (each) => each[rooms].indicators.pop(), {
      [String(conflicts[0]?.key)]: 'mine',
    });
    expect(told(chosen.documents)).toEqual(['a: one 1, three 1', 'b: two 1', 'c: four 1']);
  });

  it('does not bring back what it went into for the sake of what it holds itself', () => {
    const [mine, gone] = [move('two', 'c'), (documents: Documents) => documents[stock].indicators.pop()];
    const { documents, conflicts } = mergeOf(mine, both(gone, points('two', 7)));
    expect(told(documents)).toEqual(['a: one 1, two 7, three 1', 'b: ']);
    expect(documents[rooms].indicators[0].lines[1].rules).toEqual(line('two').rules);
    expect(conflicts.map(({ pointer }) => pointer)).toContain('/indicators');
  });

  it('keeps a question in one step of its form', () => {
    const step =
      (to: number): Edit =>
      ({ [visit]: { steps } }) =>
        steps[to].questions.unshift(steps[0].questions.pop());
    const third: Edit = ({ [visit]: { steps } }) => steps.push({ id: 'third', title: { zh: '三' }, questions: [] });
    const { documents, conflicts } = mergeOf(step(1), both(third, step(2)));
    const steps = documents[visit].steps.map(({ questions }: { questions: string[] }) => questions.includes('phone'));
    expect(steps).toEqual([false, false, true]);
    expect(conflicts).toMatchObject([{ about: 'place', document: visit }]);
  });
});

describe('For any moves, removals and changes of lines', () => {
  const lines = ['one', 'two', 'three', 'four'];
  const homes: Record<string, string> = { one: 'a', two: 'a', three: 'a', four: 'c' };
  /** What a side did to a line: nothing to a part that is undefined. */
  const deed = fc.record({
    gone: fc.boolean(),
    to: fc.option(fc.constantFrom('a', 'b', 'c')),
    value: fc.option(fc.nat(3)),
  });
  const deeds = fc.record({ one: deed, two: deed, three: deed, four: deed });
  type Deeds = typeof deeds extends fc.Arbitrary<infer Value> ? Record<string, any> & Value : never;

  const edit =
    (all: Deeds): Edit =>
    (documents) => {
      for (const id of lines) {
        const { gone, to, value } = all[id];
        if (value !== null) points(id, value)(documents);
        if (to !== null && to !== homes[id]) move(id, to)(documents);
        if (gone) retire(id)(documents);
      }
    };

  /** Of what each side has of a part, what the merge has; `side` settles what both changed. */
  const joined = <Value>(base: Value, mine: Value, theirs: Value, side: Side): Value =>
    mine === theirs || base === mine ? theirs : base === theirs || side === 'mine' ? mine : theirs;

  /** What a merge has of a line: `holder points`, or nothing. */
  function wanted(id: string, mine: any, theirs: any, side: Side): string | undefined {
    const state = ({ to, value }: any) => ({ home: to ?? homes[id], points: value ?? 1 });
    const [own, other] = [state(mine), state(theirs)];
    const untouched = ({ home, points }: { home: string | undefined; points: number }) =>
      home === homes[id] && points === 1;
    if (mine.gone && theirs.gone) return undefined;
    if (mine.gone) return untouched(other) || side === 'mine' ? undefined : `${other.home} ${other.points}`;
    if (theirs.gone) return untouched(own) || side === 'theirs' ? undefined : `${own.home} ${own.points}`;
    return `${joined(homes[id], own.home, other.home, side)} ${joined(1, own.points, other.points, side)}`;
  }

  it('each line is in one place or gone, as its sides or the chosen one have it', () => {
    fc.assert(
      fc.property(deeds, deeds, fc.constantFrom<Side>('mine', 'theirs'), (mine, theirs, side) => {
        const { conflicts } = mergeOf(edit(mine as Deeds), edit(theirs as Deeds));
        const choose = Object.fromEntries(conflicts.map(({ key }) => [key, side]));
        const { documents } = mergeOf(edit(mine as Deeds), edit(theirs as Deeds), choose);
        const found = [...documents[rooms].indicators, ...documents[stock].indicators].flatMap(({ id, lines }) =>
          lines.map((each: any) => [each.id, `${id} ${each.points}`]),
        );
        const expected = lines.flatMap((id) => {
          const place = wanted(id, (mine as Deeds)[id], (theirs as Deeds)[id], side);
          return place === undefined ? [] : [[id, place]];
        });
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 500 },
    );
  });

  const step = fc.oneof(
    fc.record({
      kind: fc.constant('move' as const),
      line: fc.constantFrom(...lines),
      to: fc.constantFrom('a', 'b', 'c', 'd'),
    }),
    fc.record({ kind: fc.constant('retire' as const), line: fc.constantFrom(...lines) }),
    fc.record({ kind: fc.constant('points' as const), line: fc.constantFrom(...lines), value: fc.nat(3) }),
    fc.record({ kind: fc.constant('drop' as const), holder: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ kind: fc.constant('carry' as const), holder: fc.constantFrom('a', 'b', 'c') }),
  );
  type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

  /** Makes steps that can be made; `d` is an indicator that the steps bring. */
  const made =
    (steps: readonly Step[]): Edit =>
    (documents) => {
      for (const each of steps) {
        if (each.kind === 'points') points(each.line, each.value)(documents);
        if (each.kind === 'retire') retire(each.line)(documents);
        if (each.kind === 'move') {
          if (each.to === 'd' && !indicatorIn(documents, 'd')) documents[stock].indicators.push(indicator('d'));
          const found = indicatorIn(documents, each.to) && taken(documents, each.line);
          if (found) indicatorIn(documents, each.to).lines.push(found);
        }
        for (const [from, to] of [
          [documents[rooms], documents[stock]],
          [documents[stock], documents[rooms]],
        ]) {
          const at = 'holder' in each ? from.indicators.findIndex(({ id }: { id: string }) => id === each.holder) : -1;
          if (at < 0) continue;
          const [gone] = from.indicators.splice(at, 1);
          if (each.kind === 'carry') to.indicators.push(gone);
          break;
        }
      }
    };

  const linesIn = (documents: Documents): any[] =>
    [...documents[rooms].indicators, ...documents[stock].indicators].flatMap((each) => each.lines);
  const named = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);

  it('what neither side removed is there, once and whole, whichever side is chosen', () => {
    const some = fc.array(step, { maxLength: 5 });
    fc.assert(
      fc.property(some, some, fc.constantFrom<Side>('mine', 'theirs'), (one, other, side) => {
        const sides = [one, other].map((steps) => {
          const documents = base();
          made(steps)(documents);
          return documents;
        }) as [Documents, Documents];
        const { conflicts } = mergeDocuments(base(), ...sides);
        const choose = Object.fromEntries(conflicts.map(({ key }) => [key, side]));
        const merged = linesIn(mergeDocuments(base(), ...sides, choose).documents as Documents);
        expect(new Set(named(merged)).size).toBe(merged.length);
        const kept = named(linesIn(sides[0])).filter((id) => named(linesIn(sides[1])).includes(id));
        expect(named(merged)).toEqual(expect.arrayContaining(kept));
        for (const { id, rules } of merged) expect([id, rules.length]).toEqual([id, 1]);
      }),
      { numRuns: 1000 },
    );
  });
});
