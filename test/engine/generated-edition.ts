/** Owns generated editions: documents around random rules, a standard or a desk. */
import type { SourceFiles } from '@yimen/config';
import fc from 'fast-check';
import { form, lists, text } from './generated-form.js';
import { fixedFormulas, numberFormula } from './generated-formula.js';
import { deskEvent, group, type Json, line, rule, withIds } from './generated-rule.js';

const id = 'test/generated/2000';

const manifest = (kind: string, rest: Json): Json => ({
  id,
  kind,
  title: text('生成'),
  authority: text('测试'),
  year: 2000,
  effectiveFrom: '2000-01-01',
  source: { title: text('无'), number: '无', date: '2000-01-01' },
  forms: ['sheet'],
  ...rest,
});

const bands = [
  { id: 'high', title: text('高'), above: 50, upTo: 100 },
  { id: 'low', title: text('低'), from: 0, upTo: 50 },
];

function standardFiles(lines: readonly Json[]): [string, unknown][] {
  const numbered = lines.map((each, index) => ({
    id: `l${index}`,
    title: text('线'),
    clause: '条一',
    standard: text('标准'),
    ...each,
    rules: withIds(`l${index}r`, each.rules as Json[]),
  }));
  const points = numbered.reduce((sum, each) => sum + (each as unknown as { points: number }).points, 0);
  const category = {
    id: 'cat',
    title: text('类'),
    points,
    clause: '条一',
    indicators: [{ id: 'ind', title: text('标'), points, clause: '条一', lines: numbered }],
  };
  return [
    ['edition', manifest('standard', { categories: ['cat'], points, bands })],
    ['category', category],
  ];
}

function deskFiles(rules: readonly Json[]): [string, unknown][] {
  const title = { title: text('处理') };
  const dispositions = { refuse: title, report: title, inform: title };
  return [
    ['edition', manifest('desk', {})],
    ['desk', { department: 'best', handedIn: 'held', dispositions, rules: withIds('r', rules) }],
  ];
}

function filesOf(named: readonly Json[], formulas: readonly string[], body: [string, unknown][]): SourceFiles {
  const derived = { ...fixedFormulas, g0: formulas[0], g1: formulas[1], amountA: `IFBLANK(${formulas[0]}, 0)` };
  const facts = Object.entries(derived).map(([fact, formula]) => ({ id: fact, title: text(fact), formula }));
  const conditions = Object.fromEntries(
    named.map((each, index) => [`n${index}`, { title: text('条件'), conditions: each }]),
  );
  const documents: [string, unknown][] = [
    ...body,
    ['lists', lists],
    ['facts', { facts }],
    ['conditions', { conditions }],
    ['outline', { clauses: [{ id: '条一', summary: text('一') }] }],
  ];
  const written = documents.map(([kind, content]) => [`rules/${id}/${kind}.json`, write(kind, content)]);
  return Object.fromEntries([...written, [`forms/${id}/sheet.json`, write('form', form)]]);
}

const write = (kind: string, content: unknown): string =>
  JSON.stringify({ $schema: `${kind}.schema.json`, ...(content as object) });

/** Files of a random edition, a standard or a desk. */
export const editionFiles: fc.Arbitrary<SourceFiles> = fc
  .tuple(
    fc.tuple(group([]), group(['n0']), group(['n0', 'n1'])),
    fc.tuple(numberFormula, numberFormula),
    fc.oneof(
      fc.array(line, { minLength: 1, maxLength: 4 }).map(standardFiles),
      fc.array(rule(deskEvent), { minLength: 1, maxLength: 6 }).map(deskFiles),
    ),
  )
  .map(([named, formulas, body]) => filesOf(named, formulas, body));

export const generatedId = id;
