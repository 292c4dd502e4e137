/** Owns JavaScript that fetches facts: what is asked, what is missing, what formulas yield. */
import type { Condition, FactType } from '@yimen/config';
import { emitExpression } from '../formula/emit.js';
import { factsOf } from '../formula/expression.js';
import type { BaseNode, DerivedNode } from '../program/program.js';
import { walkCondition } from '../rule/condition.js';
import { emitCondition } from './condition.js';
import { anyOf, type Writer } from './writer.js';

/** What a function of the module reads. */
export interface Reads {
  /** Base facts whose answers decide about completeness. */
  readonly needs: ReadonlySet<string>;
  /** Derived facts and named conditions that the function's code names. */
  readonly names: ReadonlySet<string>;
}

/** Statements that declare `f…`, `m…`, `any`, `d…` and `n…` for what is read. */
export function emitFacts(writer: Writer, reads: Reads): string[] {
  const { program } = writer;
  const derived = derivedFor(writer, reads.names);
  const known = new Set([...reads.needs, ...derived.flatMap((node) => [...node.needs])]);
  const base = program.base.filter(({ fact }) => known.has(fact.id));
  return [
    ...base.flatMap((node) => emitQuestion(node, writer)),
    `const any = ${anyOf(base.map(({ fact }) => writer.missing(fact.id)))};`,
    ...derived.map((node) => emitDerived(node, writer)),
    ...conditionsFor(writer, reads.names).map(
      ([id, condition]) => `const ${writer.condition(id)} = ${emitCondition(condition, writer)};`,
    ),
  ];
}

function emitQuestion({ fact }: BaseNode, writer: Writer): string[] {
  const [variable, missing] = [writer.fact(fact.id), writer.missing(fact.id)];
  const answer = `facts[${JSON.stringify(fact.id)}]`;
  if (fact.askedWhen.length === 0)
    return [`const ${variable} = ${answer};`, `const ${missing} = ${unanswered(variable, fact.type, writer)};`];
  const asked = writer.temporary();
  return [
    `const ${asked} = ${fact.askedWhen.map((condition) => emitCondition(condition, writer)).join(' && ')};`,
    `const ${variable} = ${asked} ? ${answer} : undefined;`,
    `const ${missing} = ${asked} && ${unanswered(variable, fact.type, writer)};`,
  ];
}

function unanswered(variable: string, type: FactType, writer: Writer): string {
  if (type.kind === 'text') return `emptyText(${variable})`;
  if (type.kind !== 'rows') return `${variable} === undefined`;
  const required = [...type.columns.values()].filter((column) => column.required).map((column) => column.id);
  return `incompleteRows(${variable}, ${writer.constant(required)})`;
}

function emitDerived({ fact, expression, needs }: DerivedNode, writer: Writer): string {
  const code = emitExpression(expression, writer);
  const unknown = [...needs].map(writer.missing);
  const guard = unknown.length === 0 ? '' : `any && (${anyOf(unknown)}) ? undefined : `;
  return `const ${writer.fact(fact.id)} = ${guard}${code};`;
}

/** The derived facts behind some names, in dependency order. */
function derivedFor(writer: Writer, names: ReadonlySet<string>): DerivedNode[] {
  const wanted = new Set(names);
  const nodes = [...writer.program.derived].reverse().filter(({ fact, expression }) => {
    if (!wanted.has(fact.id)) return false;
    for (const id of factsOf(expression)) wanted.add(id);
    return true;
  });
  return nodes.reverse();
}

/** The named conditions that `condition <id>` names ask for, inner ones first. */
function conditionsFor(writer: Writer, names: ReadonlySet<string>): [string, Condition][] {
  const ordered = new Map<string, Condition>();
  const visit = (id: string): void => {
    const condition = writer.program.conditions.get(id);
    if (!condition || ordered.has(id)) return;
    walkCondition(condition, '', (inner) => {
      if ('condition' in inner) visit(inner.condition);
    });
    ordered.set(id, condition);
  };
  for (const name of names) if (name.startsWith('condition ')) visit(name.slice('condition '.length));
  return [...ordered];
}
