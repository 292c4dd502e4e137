/** Owns JavaScript for a desk: papers required, the one disposition, its deadline. */
import type { FactReference } from '@yimen/config';
import type { DeskNode, RuleNode } from '../program/program.js';
import { emitCondition, emitTracedCondition } from './condition.js';
import { emitFacts } from './facts.js';
import { answerIssues } from './issues.js';
import { ruleNames } from './reads.js';
import { emitText } from './rendering.js';
import { emitDerivedValues } from './standard.js';
import { anyOf, type Writer } from './writer.js';

/** The statements of `evaluate` or `trace` for a desk. */
export function emitDesk(node: DeskNode, writer: Writer, traced: boolean): string {
  const derived = traced ? writer.program.derived.map(({ fact }) => fact.id) : [];
  const names = new Set([
    ...derived,
    node.desk.department,
    node.desk.handedIn,
    ...node.rules.flatMap((rule) => ruleNames(rule, writer.program, true)),
  ]);
  const conditions = node.rules.map((rule) => (traced ? emitTracedCondition(rule.rule.conditions, writer) : undefined));
  return [
    'const zh = options?.lang !== "en";',
    ...emitFacts(writer, { needs: node.needs, names }),
    ...conditions.flatMap((condition) => condition?.statements ?? []),
    'let disposition = null, rule = null, dueInWorkingDays = null;',
    'const required = [], reasons = [], asked = [];',
    `const ready = !(any && (${anyOf([...node.needs].map(writer.missing))}));`,
    'if (ready) {',
    ...node.rules.map((each, index) => emitRule(each, conditions[index]?.result, writer)),
    '}',
    `const missing = ready ? except(required, ${writer.fact(node.desk.handedIn)} ?? []).sort() : [];`,
    'for (const { papers, reason } of asked) if (papers.some((id) => missing.includes(id))) reasons.push(reason);',
    `const department = ready && ${writer.constant(node.departments)}.includes(${writer.fact(node.desk.department)}) ? ${writer.fact(node.desk.department)} : null;`,
    emitAnswer(node, conditions, writer, traced),
  ].join('\n');
}

function emitRule(node: RuleNode, result: string | undefined, writer: Writer): string {
  const { rule } = node;
  const condition = result ?? emitCondition(rule.conditions, writer);
  const reason = `{ rule: ${JSON.stringify(rule.id)}, text: ${emitText(node, writer)}, clause: ${JSON.stringify(rule.clause)} }`;
  if (rule.event.type === 'require') {
    const papers = emitPapers(rule.event.params.papers, writer);
    return `if (${condition}) { const papers = ${papers}; for (const id of papers) if (!required.includes(id)) required.push(id); asked.push({ papers, reason: ${reason} }); }`;
  }
  if (rule.event.type === 'award' || rule.event.type === 'deduct') return '';
  const due = rule.event.params?.dueInWorkingDays;
  const days =
    due === undefined ? 'null' : typeof due === 'number' ? String(due) : `${referenced(due, writer)} ?? null`;
  return `if (disposition === null && ${condition}) { disposition = ${JSON.stringify(rule.event.type)}; rule = ${JSON.stringify(rule.id)}; dueInWorkingDays = ${days}; reasons.push(${reason}); }`;
}

const emitPapers = (papers: readonly string[] | FactReference, writer: Writer): string =>
  'fact' in papers ? referenced(papers, writer) : writer.constant(papers);

function referenced({ fact, path }: FactReference, writer: Writer): string {
  return path === undefined ? writer.fact(fact) : `ownPath(${writer.fact(fact)}, ${JSON.stringify(path)})`;
}

function emitAnswer(
  node: DeskNode,
  conditions: readonly ({ result: string; trace: string } | undefined)[],
  writer: Writer,
  traced: boolean,
): string {
  const status = 'status: ready ? "complete" : "incomplete"';
  const outcome = `${status}, disposition, rule, department, dueInWorkingDays, missing, reasons, issues: ${answerIssues(writer, node.needs)}`;
  if (!traced) return `return { ${outcome} };`;
  const rules = node.rules.map(({ rule }, index) => {
    const fixed = `rule: ${JSON.stringify(rule.id)}, clause: ${JSON.stringify(rule.clause)}, priority: ${rule.priority}, event: ${JSON.stringify(rule.event.type)}`;
    return `{ ${fixed}, fired: ${conditions[index]?.result}, conditions: ${conditions[index]?.trace} }`;
  });
  return `return { ${outcome}, trace: { rules: [${rules.join(',\n')}], derived: ${emitDerivedValues(writer)} } };`;
}
