import { describe, expect, it } from '@jest/globals';
import { type Edition, editionFromDocuments } from '@yimen/config';
import { compile, evaluateInput } from '@yimen/engine';
import { check } from '@yimen/engine/check';
import {
  addItem,
  type Documents,
  describeLine,
  type LineEdit,
  linesIn,
  type MethodItem,
  methodContext,
  readLine,
  removeItem,
  replaceItem,
} from '@yimen/engine/editing';
import { shippedEditions } from '../support/shipped.js';

interface Placed {
  readonly line: string;
  readonly index: number;
  readonly item: MethodItem;
}

function itemsOf(documents: Documents, edition: Edition): Placed[] {
  return linesIn(documents, edition.id).flatMap(({ line }) => {
    const context = methodContext(documents, edition, line.id);
    const items = context ? readLine(line, context) : [];
    expect(items.flatMap(({ rules }) => rules)).toEqual(line.rules);
    return items.map((item, index) => ({ line: line.id, index, item }));
  });
}

function documentsOf(edit: LineEdit): Documents {
  if (!edit.ok) throw new Error(JSON.stringify(edit.problems));
  return edit.documents;
}

function running(edition: Edition) {
  const compiled = compile(edition);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues, null, 1));
  return compiled;
}

function reparsed(edition: Edition, documents: Documents): Edition {
  const result = editionFromDocuments(edition.id, documents);
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 1));
  return result.edition;
}

/** Scores of every line of every case. */
function scoresOf(edition: Edition): unknown[] {
  const { evaluator } = running(edition);
  return edition.cases.map(({ id, facts }) => {
    const { status, total, grade, lines } = evaluateInput(edition, evaluator, { id, ...facts }) as any;
    return { id, status, total, grade, lines: Object.entries(lines).map(([line, { score }]: any) => [line, score]) };
  });
}

const found = (edition: Edition): string[] =>
  check(edition, running(edition), { budget: 20_000 })
    .map(({ code, severity, document }) => `${severity} ${code} ${document}`)
    .sort();

const standards = shippedEditions().filter(({ kind }) => kind === 'standard');

describe.each(standards.map((edition) => [edition.id, edition] as const))('the lines of %s', (_, edition) => {
  const { documents } = edition;
  const items = itemsOf(documents, edition);

  it('are recognised but for a few rules, by all methods but tiers', () => {
    const recognised = items.filter(({ item }) => item.method !== 'hand-written');
    const rules = items.flatMap(({ item }) => item.rules);
    expect(rules.length).toBeGreaterThanOrEqual(31);
    expect(recognised.length).toBeGreaterThanOrEqual(rules.length - 6);
    const counts: Record<string, number> = {};
    for (const { item } of items) counts[item.method] = (counts[item.method] ?? 0) + 1;
    expect(counts).toEqual({
      'pass-or-nothing': 3,
      'full-unless': 3,
      'minus-when': 11,
      'per-missing': 8,
      'per-short': 4,
      'per-percent': 2,
      'per-unit': 1,
      share: 1,
      discretionary: 1,
    });
  });

  it('do not change when each item is written as it was read', () => {
    let result: Documents = documents;
    for (const { line, index, item } of items) result = documentsOf(replaceItem(result, edition, line, index, item));
    expect(result).toEqual(documents);
  });

  it('score and check the same when each item is taken out and written anew', () => {
    let result: Documents = documents;
    for (const { line, index, item } of items) {
      const without = documentsOf(removeItem(result, edition, line, index));
      const params = Object.fromEntries(Object.entries(item.params).filter(([name]) => name !== 'reason'));
      result = documentsOf(
        addItem(without, edition, line, { ...item, params, clause: item.rules[0]?.clause as string }, index),
      );
    }
    expect(result).not.toEqual(documents);
    const again = reparsed(edition, result);
    expect(itemsOf(result, again).map(({ item }) => item.method)).toEqual(items.map(({ item }) => item.method));
    expect(scoresOf(again)).toEqual(scoresOf(edition));
    expect(found(again)).toEqual(found(edition));
  });

  it('are described in each language without an id or a word of the other', () => {
    const ids = new Set([...edition.facts.keys(), ...edition.derived.keys()].filter((id) => /[A-Z]/u.test(id)));
    for (const { line } of linesIn(documents, edition.id)) {
      const context = methodContext(documents, edition, line.id);
      for (const { zh, en } of context ? describeLine(line, context) : []) {
        expect(zh).not.toMatch(/[A-Za-z]{2}/u);
        expect(en).not.toMatch(/\p{Script=Han}|[，。；：（）“”、]/u);
        expect(en.split(/[^A-Za-z]+/u).filter((word) => ids.has(word))).toEqual([]);
      }
    }
  });
});
