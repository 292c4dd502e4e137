import { describe, expect, it } from '@jest/globals';
import { type Edition, resolveForm } from '@yimen/config';
import { compile, evaluateInput } from '@yimen/engine';
import { check } from '@yimen/engine/check';
import { changedFiles, edited, changedId as id, lineIn } from '../support/next-year.js';
import { configurationFiles, editionIn } from '../support/shipped.js';

function compiled(edition: Edition) {
  const result = compile(edition);
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 1));
  return result;
}

describe('a copy of the shipped edition with one more device and other points', () => {
  const before = editionIn(id);
  const after = editionIn(id, changedFiles());

  it('is another edition by its hash', () => {
    expect(after.hash).not.toBe(before.hash);
  });

  it('offers the device in the form', () => {
    const offered = (edition: Edition): string[] => {
      const form = edition.forms.find((each) => each.id === 'unit');
      const { schema } = resolveForm(form as Edition['forms'][number], edition, 'zh') as { schema: any };
      return schema.properties.equipment.items.oneOf.map((choice: { title: string }) => choice.title);
    };
    expect(offered(after)).toEqual([...offered(before), '投影仪']);
  });

  it('scores the device and the new points', () => {
    const [full] = before.cases.filter((each) => (each.expect as { grade: string }).grade === 'excellent');
    const facts = full?.facts as Record<string, Record<string, unknown>>;
    const lines = (edition: Edition) => (evaluateInput(edition, compiled(edition).evaluator, facts) as any).lines;
    expect(lines(before).equipment).toMatchObject({ score: 6, points: 6, reasons: [] });
    expect(lines(after).equipment).toMatchObject({
      score: 6,
      points: 7,
      reasons: [{ text: expect.stringContaining('投影仪'), points: -1 }],
    });
    expect(lines(after).broadband).toMatchObject({ score: 1, points: 1 });
  });

  it('still adds up, and the check tells which cases and amounts changed', () => {
    const issues = check(after, compiled(after));
    const codes = new Set(issues.filter((issue) => issue.severity !== 'info').map((issue) => issue.code));
    expect(codes).toEqual(new Set(['amount-too-large', 'case-fails']));
    expect(issues.find((issue) => issue.code === 'amount-too-large')?.pointer).toMatch(/event\/params\/points$/u);
  });

  it('does not add up when only one of the two points is changed', () => {
    const lopsided = editionIn(
      id,
      edited(configurationFiles(), `rules/${id}/hardware.json`, (category) => {
        lineIn(category, 'equipment').points = 7;
      }),
    );
    expect(check(lopsided, compiled(lopsided))).toContainEqual(
      expect.objectContaining({ code: 'points-do-not-add-up', severity: 'error' }),
    );
  });
});
