/** Owns the step from a parsed edition to its typed program: every name resolved, every type met, every need known. */
import type { Condition, Desk, Edition, Issue, Line, Rule } from '@yimen/config';
import { templateFacts, typeTemplate } from '../formula/template.js';
import type { Scope } from '../formula/typing.js';
import { conditionFacts } from '../rule/condition.js';
import { typeCondition, typeEvent } from '../rule/typing.js';
import type { DeskNode, LineNode, Program, RuleNode } from './program.js';
import { type TypedFacts, typeFacts } from './typing.js';

export type Built =
  | { readonly ok: true; readonly program: Program; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Types an edition. All errors of all documents are reported, not only the first. */
export function buildProgram(edition: Edition): Built {
  const issues: Issue[] = [];
  const typed = typeFacts(edition, issues);
  const builder = new Builder(edition, typed, issues);
  for (const named of edition.conditions.values())
    builder.checkCondition(named.conditions, named.document, `${named.pointer}/conditions`);
  const lines = (edition.standard?.categories ?? [])
    .flatMap((category) => category.indicators.flatMap((indicator) => indicator.lines))
    .map((line) => builder.line(line));
  const desk = edition.desk && builder.desk(edition.desk);
  if (issues.some((issue) => issue.severity === 'error')) return { ok: false, issues };
  const program: Program = {
    edition,
    base: typed.base,
    derived: typed.derived,
    facts: typed.facts,
    conditions: builder.named,
    lines,
    ...(desk ? { desk } : {}),
  };
  return { ok: true, program, issues };
}

class Builder {
  readonly named: ReadonlyMap<string, Condition>;
  private readonly scope: Scope;

  constructor(
    private readonly edition: Edition,
    private readonly typed: TypedFacts,
    private readonly issues: Issue[],
  ) {
    this.named = new Map([...edition.conditions.values()].map(({ id, conditions }) => [id, conditions]));
    this.scope = {
      lists: edition.lists,
      fact: (id) => typed.facts.get(id) ?? (edition.derived.has(id) ? 'failed' : undefined),
    };
  }

  checkCondition(condition: Condition, document: string, pointer: string): void {
    this.issues.push(...typeCondition(condition, this.typed.facts, document, pointer));
  }

  line(line: Line): LineNode {
    if (line.appliesWhen) this.checkCondition(line.appliesWhen, line.document, `${line.pointer}/appliesWhen`);
    const rules = this.rules(line.rules, line.document, line.pointer, line.id);
    const appliesNeeds = line.appliesWhen
      ? this.typed.needsOf(conditionFacts(line.appliesWhen, this.named))
      : new Set<string>();
    return { line, rules, appliesNeeds, needs: this.allNeeds(rules, this.typed.needsOf(line.needs)) };
  }

  desk(desk: Desk): DeskNode {
    const rules = this.rules(desk.rules, desk.document, desk.pointer);
    const department = this.typed.facts.get(desk.department)?.type;
    const list = department?.kind === 'choice' ? this.edition.lists.get(department.list ?? '') : undefined;
    this.expectKind(desk, 'department', 'choice');
    this.expectKind(desk, 'handedIn', 'checklist');
    const own = this.typed.needsOf([...desk.needs, desk.department, desk.handedIn]);
    return { desk, rules, needs: this.allNeeds(rules, own), departments: list?.rows.map((row) => row.id) ?? [] };
  }

  private expectKind(desk: Desk, key: 'department' | 'handedIn', kind: 'choice' | 'checklist'): void {
    const fact = this.typed.facts.get(desk[key]);
    if (!fact || fact.type.kind === kind) return;
    const message =
      kind === 'choice'
        ? { zh: '这里应是一个单选事实', en: 'A choice fact is expected here' }
        : { zh: '这里应是一个多选事实', en: 'A checklist fact is expected here' };
    this.issues.push({
      code: 'wrong-type',
      severity: 'error',
      document: desk.document,
      pointer: `${desk.pointer}/${key}`,
      message,
    });
  }

  private allNeeds(rules: readonly RuleNode[], own: ReadonlySet<string>): Set<string> {
    return new Set([...own, ...rules.flatMap((rule) => [...rule.needs])]);
  }

  /** Types the rules of one place and puts them in order of application. */
  private rules(rules: readonly Rule[], document: string, pointer: string, line?: string): RuleNode[] {
    const nodes = rules.map((rule, index) => this.rule(rule, document, `${pointer}/rules/${index}`, line));
    return nodes.sort((a, b) => b.rule.priority - a.rule.priority);
  }

  private rule(rule: Rule, document: string, pointer: string, line?: string): RuleNode {
    this.checkCondition(rule.conditions, document, `${pointer}/conditions`);
    this.issues.push(...typeEvent(rule, this.typed.facts, document, pointer));
    const reason = typeTemplate(rule.reason, this.scope);
    if (!reason.ok && reason.message)
      this.issues.push({
        code: 'bad-formula',
        severity: 'error',
        document,
        pointer: `${pointer}/reason/${reason.language}`,
        message: reason.message,
      });
    const template = reason.ok ? reason.template : { zh: [], en: [] };
    const read = [...conditionFacts(rule.conditions, this.named), ...eventFacts(rule), ...templateFacts(template)];
    return {
      rule,
      reason: template,
      needs: this.typed.needsOf(read),
      document,
      pointer,
      ...(line === undefined ? {} : { line }),
    };
  }
}

/** Facts that an event's parameters read. */
export function eventFacts(rule: Rule): string[] {
  return Object.values(rule.event.params ?? {}).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null && 'fact' in value ? [String(value.fact)] : [],
  );
}
