/** Owns JavaScript for a standard: its lines, the total and the grade, in four degrees of detail. */
import type { Amount, Band } from '@yimen/config';
import type { LineNode, RuleNode } from '../program/program.js';
import { emitCondition, emitTracedCondition } from './condition.js';
import { emitFacts } from './facts.js';
import { answerIssues } from './issues.js';
import { conditionNames, ruleNames } from './reads.js';
import { asObjects, asText, type Rendering } from './rendering.js';
import { anyOf, type Writer } from './writer.js';

/** `score`: numbers only; `evaluate`: with reasons; `print`: the same as JSON text; `trace`: with every condition. */
export type Detail = 'score' | 'evaluate' | 'print' | 'trace';

const renderings: Readonly<Record<Detail, Rendering | undefined>> = {
  score: undefined,
  evaluate: asObjects,
  print: asText,
  trace: asObjects,
};

const whole = (points: number): number => Math.round(points * 100);

/** The statements of one entry point for a standard. */
export function emitStandard(writer: Writer, detail: Detail): string {
  const { lines } = writer.program;
  const rendering = renderings[detail];
  const needs = new Set(lines.flatMap((node) => [...node.needs, ...node.appliesNeeds]));
  const names = new Set(lines.flatMap((node) => lineNames(node, writer, detail)));
  return [
    ...(rendering ? ['const zh = options?.lang !== "en";', rendering.begin] : []),
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
  const rendering = renderings[detail];
  const score = `s${index}`;
  const traced = detail === 'trace' ? node.rules.map((rule) => emitTracedCondition(rule.rule.conditions, writer)) : [];
  const code = [`let ${score};`, ...traced.flatMap((each) => each.statements)];
  if (rendering) code.push(rendering.reasons(index));
  if (detail === 'trace') code.push(...node.rules.map((_, place) => `let p${index}_${place};`));
  const applies = line.appliesWhen ? emitCondition(line.appliesWhen, writer) : '';
  const missing = (needs: ReadonlySet<string>): string => `any && (${anyOf([...needs].map(writer.missing))})`;
  code.push(`if (${missing(node.appliesNeeds)}) { ${score} = -1; open = true; }`);
  if (applies) code.push(`else if (!${applies}) { ${score} = -2; applicable -= ${whole(line.points)}; }`);
  code.push(`else if (${missing(node.needs)}) { ${score} = -1; open = true; }`, 'else {');
  code.push(`let points = ${line.starts === 'full' ? line.points : 0};`);
  for (const [place, rule] of node.rules.entries())
    code.push(
      emitRule({ node: rule, index, place, linePoints: line.points, result: traced[place]?.result }, writer, detail),
    );
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
  if (rendering) code.push(rendering.line(node, index));
  return code;
}

interface RulePlace {
  readonly node: RuleNode;
  /** Of the line, and of the rule in it. */
  readonly index: number;
  readonly place: number;
  readonly linePoints: number;
  /** The variable that holds the condition's result, where it is traced. */
  readonly result: string | undefined;
}

function emitRule({ node, index, place, linePoints, result }: RulePlace, writer: Writer, detail: Detail): string {
  const { rule } = node;
  if (rule.event.type !== 'award' && rule.event.type !== 'deduct') return '';
  const condition = result ?? emitCondition(rule.conditions, writer);
  const sign = rule.event.type === 'award' ? '+' : '-';
  const amount = emitAmount(rule.event.params, linePoints, writer);
  const rendering = renderings[detail];
  if (!rendering) return `if (${condition}) points ${sign}= ${amount};`;
  const moved = `(${sign === '-' ? '-' : ''}hundredths(moved) / 100)`;
  const keep = detail === 'trace' ? `p${index}_${place} = ${moved};` : '';
  return `if (${condition}) { const moved = ${amount}; points ${sign}= moved; ${keep} ${rendering.reason(node, index, moved, writer)} }`;
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

function emitRuleTrace({ rule, line }: RuleNode, fired: string, conditions: string, moved: string): string {
  const fixed = `rule: ${JSON.stringify(rule.id)}, line: ${JSON.stringify(line)}, clause: ${JSON.stringify(rule.clause)}, priority: ${rule.priority}, event: ${JSON.stringify(rule.event.type)}`;
  return `rules.push({ ${fixed}, fired: ${fired}, points: ${moved} ?? 0, conditions: ${conditions} });`;
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
  const rendering = renderings[detail];
  if (!rendering) {
    const hundredthsOf = vary ? `Math.round(${total} * 100)` : 'sum';
    const scores = writer.program.lines.map((_, index) => `s${index}`).join(', ');
    return [...code, `return { status, total: ${done} ? ${hundredthsOf} : null, grade, scores: [${scores}] };`];
  }
  const more = detail === 'trace' ? `, trace: { rules, derived: ${emitDerivedValues(writer)} }` : '';
  return [...code, rendering.answer(`${done} ? ${total} : null`, answerIssues(writer, needs), more)];
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
