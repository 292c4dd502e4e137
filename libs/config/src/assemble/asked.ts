/** Owns how a form's `if` becomes the conditions under which its questions are asked. */
import type { Test, Tests } from '../document/form.js';
import type { Comparison, Condition, OperatorId } from '../document/rule.js';
import { pointerTo } from '../json/pointer.js';
import type { Report } from '../report.js';

const operatorOf: Readonly<Record<keyof Test, OperatorId>> = {
  const: 'equal',
  enum: 'in',
  minimum: 'greaterThanInclusive',
  maximum: 'lessThanInclusive',
  exclusiveMinimum: 'greaterThan',
  exclusiveMaximum: 'lessThan',
};

/** The conditions of an `if`; every tested question must also be required there, or JSON Schema would pass it unanswered. */
export function askedWhen({ properties, required }: Tests, pointer: string, report: Report): Comparison[] {
  const tested = Object.keys(properties);
  for (const fact of tested.filter((name) => !required.includes(name))) {
    report(
      'unsupported-if',
      pointerTo(pointer, 'required'),
      `请把“${fact}”也写进 if 的 required，否则未回答时条件也成立`,
      `List "${fact}" in the required of the if: otherwise it holds while unanswered`,
    );
  }
  for (const fact of required.filter((name) => !tested.includes(name))) {
    report('unsupported-if', pointerTo(pointer, 'required'), `if 没有检验“${fact}”`, `The if does not test "${fact}"`);
  }
  if (tested.length === 0)
    report('unsupported-if', pointer, 'if 至少要检验一个问题', 'An if tests at least one question');
  return tested.flatMap((fact) =>
    comparisons(fact, properties[fact] ?? {}, pointerTo(pointer, 'properties', fact), report),
  );
}

function comparisons(fact: string, test: Test, pointer: string, report: Report): Comparison[] {
  const keys = Object.keys(test) as (keyof Test)[];
  if (keys.length === 0) report('unsupported-if', pointer, '请写明怎样检验', 'Say what is tested');
  return keys.map((key) => ({ fact, operator: operatorOf[key], value: test[key] as Comparison['value'] }));
}

/** The facts that asking conditions read. */
export const testedFacts = (conditions: readonly Condition[]): string[] =>
  conditions.flatMap((condition) => ('fact' in condition ? [condition.fact] : []));
