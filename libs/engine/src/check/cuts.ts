/** Owns the constants that an edition compares its facts with: where its behaviour can change. */
import type { Comparison, Condition } from '@yimen/config';
import { type Argument, type Expression, isExpression } from '../formula/expression.js';
import { type Program, rulesOf } from '../program/program.js';
import { isComparison, isReference, walkCondition } from '../rule/condition.js';

type Constant = string | number | boolean;

export interface Cuts {
  /** Constants that a fact itself is compared with. */
  readonly constants: ReadonlyMap<string, ReadonlySet<Constant>>;
  /** Facts that are calculated with or compared with one another; constants alone do not cut them. */
  readonly computed: ReadonlySet<string>;
  /** Facts that some condition or formula reads; the others decide nothing. */
  readonly read: ReadonlySet<string>;
  /** Every number of every condition and formula, worth trying where a fact is computed. */
  readonly numbers: readonly number[];
}

const known = new WeakMap<Program, Cuts>();

/** The cuts of a program, found once: every proof asks for them. */
export function cutsOf(program: Program): Cuts {
  const cuts = known.get(program) ?? findCuts(program);
  known.set(program, cuts);
  return cuts;
}

function findCuts(program: Program): Cuts {
  const collected = new Collected();
  const conditions = [
    ...program.conditions.values(),
    ...rulesOf(program).map((node) => node.rule.conditions),
    ...program.lines.flatMap(({ line }) => line.appliesWhen ?? []),
    ...program.base.flatMap(({ fact }) => fact.askedWhen),
  ];
  for (const condition of conditions) collected.addCondition(condition);
  for (const { expression } of program.derived) collected.addExpression(expression);
  return {
    ...collected,
    read: new Set([...collected.computed, ...collected.constants.keys()]),
    numbers: [...collected.numbers],
  };
}

class Collected {
  readonly constants = new Map<string, Set<Constant>>();
  readonly computed = new Set<string>();
  readonly numbers = new Set<number>([0, 1]);

  addCondition(condition: Condition): void {
    walkCondition(condition, '', (inner) => {
      if (isComparison(inner)) this.addComparison(inner);
    });
  }

  addExpression(expression: Expression): void {
    if (expression.op === 'fact') this.computed.add(expression.id);
    if (expression.op === 'constant' && typeof expression.value === 'number') this.numbers.add(expression.value);
    if (expression.op !== 'call') return;
    const direct = directComparison(expression);
    if (direct) this.cut(direct.fact, [direct.constant]);
    else for (const argument of expression.args) this.addArgument(argument);
  }

  private addArgument(argument: Argument): void {
    if (isExpression(argument)) this.addExpression(argument);
    else if (argument.op === 'each') this.addExpression(argument.body);
  }

  private addComparison({ fact, value }: Comparison): void {
    if (isReference(value)) this.computed.add(fact).add(value.fact);
    else this.cut(fact, [value].flat());
  }

  private cut(fact: string, constants: readonly Constant[]): void {
    this.constants.set(fact, new Set([...(this.constants.get(fact) ?? []), ...constants]));
    for (const constant of constants) if (typeof constant === 'number') this.numbers.add(constant);
  }
}

/** `fact sign constant` or `constant sign fact`: a formula's comparison that cuts like a condition's. */
function directComparison({
  fn,
  args,
  type,
}: Extract<Expression, { op: 'call' }>): { fact: string; constant: Constant } | undefined {
  if (fn.sign === undefined || type.kind !== 'boolean') return undefined;
  const fact = args.find((argument) => argument.op === 'fact');
  const constant = args.find((argument) => argument.op === 'constant');
  return fact && constant && { fact: fact.id, constant: constant.value };
}
