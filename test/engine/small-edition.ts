/** Owns the smallest standard and the smallest desk that pass every check, as documents that tests spoil. */
import type { SourceFiles } from '@yimen/config';

export const testId = 'test/small/2000';

/** Documents by kind; `cases` is a list, one a line. */
export type Documents = Record<string, unknown>;

const text = (zh: string) => ({ zh, en: zh });
const manifest = (kind: string) => ({
  id: testId,
  kind,
  title: text('小'),
  authority: text('测'),
  year: 2000,
  effectiveFrom: '2000-01-01',
  source: { title: text('源'), number: '号', date: '2000-01-01' },
  forms: ['sheet'],
});
const outline = () => ({ clauses: [{ id: '条一', summary: text('一') }] });
const rule = (id: string, conditions: unknown, event: unknown, more = {}) => ({
  id,
  clause: '条一',
  reason: text('因'),
  conditions,
  event,
  ...more,
});

/** One line of 10 points: 2 off for each of three staff short, 4 off when not open. */
export function standardDocuments(): Documents {
  const rules = [
    rule(
      'few',
      { all: [{ fact: 'short', operator: 'greaterThan', value: 0 }] },
      { type: 'deduct', params: { points: 2, each: { fact: 'short' } } },
    ),
    rule(
      'closed',
      { all: [{ fact: 'open', operator: 'equal', value: false }] },
      { type: 'deduct', params: { points: 4 } },
    ),
  ];
  const line = {
    id: 'line',
    title: text('线'),
    points: 10,
    clause: '条一',
    standard: text('标'),
    starts: 'full',
    needs: ['name', 'extra'],
    rules,
  };
  const indicator = { id: 'indicator', title: text('标'), points: 10, clause: '条一', lines: [line] };
  return {
    edition: {
      ...manifest('standard'),
      categories: ['category'],
      points: 10,
      bands: [
        { id: 'high', title: text('高'), above: 5, upTo: 10 },
        { id: 'low', title: text('低'), from: 0, upTo: 5 },
      ],
    },
    category: { id: 'category', title: text('类'), points: 10, clause: '条一', indicators: [indicator] },
    facts: { facts: [{ id: 'short', title: text('缺'), formula: 'MAX(0, 3 - staff)' }] },
    outline: outline(),
    form: {
      id: 'sheet',
      title: text('表'),
      steps: [{ id: 'all', title: text('全'), questions: ['open', 'staff', 'name', 'extra'] }],
      schema: {
        type: 'object',
        properties: {
          open: { type: 'boolean', title: '开' },
          staff: { type: 'integer', minimum: 0, title: '人' },
          name: { type: 'string', title: '名' },
        },
        required: ['open', 'staff', 'name'],
        allOf: [
          {
            if: { properties: { open: { const: true } }, required: ['open'] },
            then: { properties: { extra: { type: 'integer', minimum: 0, title: '附' } }, required: ['extra'] },
          },
        ],
      },
    },
    cases: [{ id: 'one', sheet: { open: true, staff: 2, name: 'x', extra: 0 }, expect: { total: 8 } }],
  };
}

/** Two kinds of matter: one refused, one reported. */
export function deskDocuments(): Documents {
  const when = (kind: string) => ({ all: [{ fact: 'kind', operator: 'equal', value: kind }] });
  return {
    edition: manifest('desk'),
    lists: {
      lists: [
        {
          id: 'kinds',
          title: text('种'),
          columns: [{ id: 'days', title: text('天'), type: 'number' }],
          rows: [
            { id: 'a', title: text('甲'), days: 1 },
            { id: 'b', title: text('乙'), days: 2 },
          ],
        },
      ],
    },
    facts: { facts: [{ id: 'row', title: text('行'), formula: 'ROW(kinds, kind)' }] },
    desk: {
      department: 'kind',
      handedIn: 'held',
      dispositions: { refuse: { title: text('拒') }, report: { title: text('报') } },
      rules: [
        rule('no', when('a'), { type: 'refuse' }),
        rule('yes', when('b'), { type: 'report', params: { dueInWorkingDays: { fact: 'row', path: 'days' } } }),
      ],
    },
    outline: outline(),
    form: {
      id: 'sheet',
      title: text('表'),
      steps: [{ id: 'all', title: text('全'), questions: ['kind', 'held'] }],
      schema: {
        type: 'object',
        properties: {
          kind: { $ref: 'list:kinds', title: '种' },
          held: { type: 'array', uniqueItems: true, items: { $ref: 'list:kinds' }, title: '有' },
        },
        required: ['kind', 'held'],
      },
    },
    cases: [{ id: 'one', sheet: { kind: 'b', held: ['a'] }, expect: { disposition: 'report', dueInWorkingDays: 2 } }],
  };
}

/** The documents as files. */
export function filesOf(documents: Documents): SourceFiles {
  const files: Record<string, string> = {};
  for (const [kind, content] of Object.entries(documents)) {
    if (kind === 'cases')
      files[`rules/${testId}/cases/all.jsonl`] = (content as unknown[]).map((each) => JSON.stringify(each)).join('\n');
    else
      files[kind === 'form' ? `forms/${testId}/sheet.json` : `rules/${testId}/${kind}.json`] = JSON.stringify({
        $schema: `${kind}.schema.json`,
        ...(content as object),
      });
  }
  return files;
}
