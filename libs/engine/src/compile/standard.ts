/** Owns JavaScript for a standard: its lines, the total and the grade, in three degrees of detail. */
import type { Amount, Band } from '@yimen/config';
import { emitTemplate } from '../formula/template.js';
import type { LineNode, RuleNode } from '../program/program.js';
import { emitCondition, emitTracedCondition } from './condition.js';
import { emitFacts } from './facts.js';
import { answerIssues } from './issues.js';
import { conditionNames, ruleNames } from './reads.js';
import { anyOf, type Writer } from './writer.js';

export type Detail = 'score' | 'evaluate' | 'trace';

const whole = (points: number): number => Math.round(points * 100);

/** The statements of `score`, `evaluate` or `trace` for a standard. */
export function emitStandard(writer: Writer, detail: Detail): string {
  const { lines } = writer.program;
  const needs = new Set(lines.flatMap((node) => [...node.needs, ...node.appliesNeeds]));
  const names = new Set(lines.flatMap((node) => lineNames(node, writer, detail)));
  return [
    ...(detail === 'score' ? [] : ['const zh = options?.lang !== "en";', 'const lines = {};']),
    ...(detail === 'trace' ? ['const rules = [];'] : []),
    ...emitFacts(writer, { needs, names }),
    'let sum = 0, open = false;',
    ...(canVary(writer) ? [`let applicable = ${whole(writer.program.edition.standard?.points ?? 0)};`] : []),
    ...lines.flatMap((node, index) => emitLine(node, index, writer, detail)),
    ...emitTotal(writer, detail, needs),
  ].join('\n');
}

function lineNames({ line, rules }: LineNode, writer: Writer, detail: Detail): string[] {
  const applies = line.appliesWhen ? conditionNames(line.appliesWhen, writer.program) : [];
  const derived = detail === 'trace' ? writer.program.derived.map(({ fact }) => fact.id) : [];
  return [...applies, ...derived, ...rules.flatMap((rule) => ruleNames(rule, writer.program, detail !== 'score'))];
}

const canVary = (writer: Writer): boolean => writer.program.lines.some(({ line }) => line.appliesWhen !== undefined);

/** One line: incomplete, not applicable, or scored by its rules. */
function emitLine(node: LineNode, index: number, writer: Writer, detail: Detail): string[] {
  const { line } = node;
  const score = `s${index}`;
  const traced = detail === 'trace' ? node.rules.map((rule) => emitTracedCondition(rule.rule.conditions, writer)) : [];
  const code = [`let ${score};`, ...traced.flatMap((each) => each.statements)];
  if (detail !== 'score') code.push(`const r${index} = [];`);
  if (detail === 'trace') code.push(...node.rules.map((_, place) => `let p${index}_${place};`));
  const applies = line.appliesWhen ? emitCondition(line.appliesWhen, writer) : '';
  const missing = (needs: ReadonlySet<string>): string => `any && (${anyOf([...needs].map(writer.missing))})`;
  code.push(`if (${missing(node.appliesNeeds)}) { ${score} = -1; open = true; }`);
  if (applies) code.push(`else if (!${applies}) { ${score} = -2; applicable -= ${whole(line.points)}; }`);
  code.push(`else if (${missing(node.needs)}) { ${score} = -1; open = true; }`, 'else {');
  code.push(`let points = ${line.starts === 'full' ? line.points : 0};`);
  for (const [place, rule] of node.rules.entries())
    code.push(emitRule(rule, line.points, `${index}_${place}`, traced[place]?.result, writer, detail));
  code.push(
    `${score} = hundredths(points < 0 ? 0 : points > ${line.points} ? ${line.points} : points);`,
    `sum += ${score};`,
    '}',
  );
  if (detail === 'trace')
    code.push(
      ...node.rules.map((rule, place) =>
        emitRuleTrace(rule, traced[place]?.result ?? '', traced[place]?.trace ?? '', `p${index}_${place}`),
      ),
    );
  if (detail !== 'score') code.push(emitLineOutcome(node, index));
  return code;
}

function emitRule(
  node: RuleNode,
  linePoints: number,
  suffix: string,
  result: string | undefined,
  writer: Writer,
  detail: Detail,
): string {
  const { rule } = node;
  if (rule.event.type !== 'award' && rule.event.type !== 'deduct') return '';
  const condition = result ?? emitCondition(rule.conditions, writer);
  const sign = rule.event.type === 'award' ? '+' : '-';
  const amount = emitAmount(rule.event.params, linePoints, writer);
  if (detail === 'score') return `if (${condition}) points ${sign}= ${amount};`;
  const moved = `${sign === '-' ? '-' : ''}hundredths(moved) / 100`;
  const keep = detail === 'trace' ? `p${suffix} = ${moved};` : '';
  const reason = `{ rule: ${JSON.stringify(rule.id)}, text: ${emitText(node, writer)}, clause: ${JSON.stringify(rule.clause)}, points: ${moved} }`;
  return `if (${condition}) { const moved = ${amount}; points ${sign}= moved; ${keep} r${suffix.split('_')[0]}.push(${reason}); }`;
}

/** Points moved, never negative, at most the cap. */
function emitAmount(amount: Amount, linePoints: number, writer: Writer): string {
  const capped = (code: string): string => (amount.cap === undefined ? code : `Math.min(${amount.cap}, ${code})`);
  const fact = 'share' in amount ? amount.share : amount.each;
  const factor = 'share' in amount ? linePoints : amount.points;
  if (!fact) return capped(String(factor));
  const value =
    fact.path === undefined
      ? writer.fact(fact.fact)
      : `ownPath(${writer.fact(fact.fact)}, ${JSON.stringify(fact.path)})`;
  return capped(`Math.max(0, ${factor} * ${value})`);
}

/** The reason's text in the language asked for. */
export function emitText({ reason }: RuleNode, writer: Writer): string {
  return `zh ? ${emitTemplate(reason, 'zh', writer)} : ${emitTemplate(reason, 'en', writer)}`;
}

function emitRuleTrace({ rule, line }: RuleNode, fired: string, conditions: string, moved: string): string {
  const fixed = `rule: ${JSON.stringify(rule.id)}, line: ${JSON.stringify(line)}, clause: ${JSON.stringify(rule.clause)}, priority: ${rule.priority}, event: ${JSON.stringify(rule.event.type)}`;
  return `rules.push({ ${fixed}, fired: ${fired}, points: ${moved} ?? 0, conditions: ${conditions} });`;
}

function emitLineOutcome({ line }: LineNode, index: number): string {
  const status = `s${index} >= 0 ? "scored" : s${index} === -1 ? "incomplete" : "not-applicable"`;
  const score = `s${index} >= 0 ? s${index} / 100 : null`;
  return `lines[${JSON.stringify(line.id)}] = { status: ${status}, score: ${score}, points: ${line.points}, reasons: r${index} };`;
}

/** Total and grade; with lines that do not apply the total is the exact fraction sum × all / applicable. */
function emitTotal(writer: Writer, detail: Detail, needs: ReadonlySet<string>): string[] {
  const standard = writer.program.edition.standard;
  const vary = canVary(writer);
  const all = whole(standard?.points ?? 0);
  const done = vary ? '!open && applicable > 0' : '!open';
  const total = vary ? `twoDecimals(sum * ${all}, applicable)` : 'sum / 100';
  const code = [
    `const status = open ? "incomplete" : "complete";`,
    `const grade = ${done} ? ${emitGrade(standard?.bands ?? [], vary ? `sum * ${all}` : 'sum', vary)} : null;`,
  ];
  if (detail === 'score') {
    const hundredthsOf = vary ? `Math.round(${total} * 100)` : 'sum';
    return [
      ...code,
      `return { status, total: ${done} ? ${hundredthsOf} : null, grade, scores: [${writer.program.lines.map((_, index) => `s${index}`).join(', ')}] };`,
    ];
  }
  const outcome = `status, total: ${done} ? ${total} : null, grade, lines, issues: ${answerIssues(writer, needs)}`;
  return [
    ...code,
    detail === 'trace'
      ? `return { ${outcome}, trace: { rules, derived: ${emitDerivedValues(writer)} } };`
      : `return { ${outcome} };`,
  ];
}

/** The derived facts' values for the trace. */
export function emitDerivedValues(writer: Writer): string {
  return `{ ${writer.program.derived.map(({ fact }) => `${JSON.stringify(fact.id)}: ${writer.fact(fact.id)} ?? null`).join(', ')} }`;
}

/** A chain of comparisons in hundredths; with `vary` against the fraction's denominator. */
function emitGrade(bands: readonly Band[], value: string, vary: boolean): string {
  const bound = (points: number): string => (vary ? `${whole(points)} * applicable` : String(whole(points)));
  const tests = bands.map(({ id, lower, upper }) => {
    const above = `${value} ${lower.inclusive ? '>=' : '>'} ${bound(lower.value)}`;
    const below = `${value} ${upper.inclusive ? '<=' : '<'} ${bound(upper.value)}`;
    return `(${above} && ${below}) ? ${JSON.stringify(id)} : `;
  });
  return `(${tests.join('')}null)`;
}
