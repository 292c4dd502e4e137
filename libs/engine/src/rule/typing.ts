/** Owns the type rules of conditions and events: which fact meets which operator, value and amount. */
import type { Comparison, Condition, FactReference, FactType, Issue, LocalizedText, Rule, Scalar } from '@yimen/config';
import { type Operator, operators } from '../catalogue/operators.js';
import { comparable, kindName, numberType, textType } from '../formula/type.js';
import type { TypedFact } from '../program/program.js';
import { isComparison, isReference, walkCondition } from './condition.js';

type Facts = ReadonlyMap<string, TypedFact>;
type Report = (code: string, pointer: string, zh: string, en: string) => void;

/** Checks every comparison of a condition; issues are located below `pointer`. */
export function typeCondition(condition: Condition, facts: Facts, document: string, pointer: string): Issue[] {
  const issues: Issue[] = [];
  const report = reporter(issues, document);
  walkCondition(condition, pointer, (inner, at) => {
    if (isComparison(inner)) typeComparison(inner, facts, at, report);
  });
  return issues;
}

const reporter =
  (issues: Issue[], document: string): Report =>
  (code, pointer, zh, en) => {
    issues.push({ code, severity: 'error', document, pointer, message: { zh, en } });
  };

function typeComparison(comparison: Comparison, facts: Facts, at: string, report: Report): void {
  const operator = operators.get(comparison.operator);
  const left = resolve(comparison, facts, at, report);
  if (!operator || !left) return;
  if (!operator.left.includes(left.type.kind)) {
    const kind = kindName(left.type.kind);
    report(
      'wrong-operator',
      `${at}/operator`,
      `“${operator.label.zh}”不能用于${kind.zh}`,
      `"${operator.label.en}" does not take a ${kind.en}`,
    );
    return;
  }
  if (isReference(comparison.value)) typeReference(comparison.value, operator, left.type, facts, `${at}/value`, report);
  else typeConstant(comparison.value, operator, left.type, `${at}/value`, report);
}

/** The type of a fact at a path; reports an unknown path. Unknown facts are reported where documents are read. */
function resolve(reference: FactReference, facts: Facts, at: string, report: Report): TypedFact | undefined {
  const fact = facts.get(reference.fact);
  if (!fact || reference.path === undefined) {
    if (fact?.type.kind === 'record' || fact?.type.kind === 'rows') {
      report('path-needed', at, '请写明取哪一列（path）', 'Say which column to read (path)');
      return undefined;
    }
    return fact;
  }
  const column = columnAt(fact.type, reference.path);
  if (!column)
    report('unknown-path', `${at}/path`, `“${reference.path}”在这里不存在`, `"${reference.path}" does not exist here`);
  return column;
}

function columnAt(type: FactType, path: string): TypedFact | undefined {
  const keys = path.split('.');
  if (type.kind === 'record' && keys.length === 1) {
    const column = type.columns.get(path);
    return column && { type: column.type, blank: true };
  }
  const [index, name, ...rest] = keys;
  if (type.kind !== 'rows' || name === undefined || rest.length > 0 || !/^\d{1,3}$/u.test(index ?? ''))
    return undefined;
  const column = type.columns.get(name);
  return column && { type: column.type, blank: true };
}

function typeReference(
  value: FactReference,
  operator: Operator,
  left: FactType,
  facts: Facts,
  at: string,
  report: Report,
): void {
  const right = resolve(value, facts, at, report);
  if (!right) return;
  if (operator.right === 'several' && right.blank) {
    report(
      'maybe-blank',
      at,
      '这个事实可能没有值，不能作为取值范围',
      'This fact may be blank and cannot be a set of values',
    );
  }
  if (!meets(operator, left, right.type)) reportKinds(left, right.type, at, report);
}

/** Whether a value of type `right` may stand on the operator's right side. */
function meets(operator: Operator, left: FactType, right: FactType): boolean {
  if (operator.right === 'one') return comparable(left, right);
  if (operator.right === 'several')
    return left.kind === 'choice' && right.kind === 'checklist' && comparable(left, { ...right, kind: 'choice' });
  return left.kind === 'checklist' && right.kind === 'choice' && comparable({ ...left, kind: 'choice' }, right);
}

function typeConstant(
  value: Scalar | readonly Scalar[],
  operator: Operator,
  left: FactType,
  at: string,
  report: Report,
): void {
  const several = Array.isArray(value);
  if (several !== (operator.right === 'several')) {
    const word: LocalizedText =
      operator.right === 'several' ? { zh: '一组值', en: 'a list of values' } : { zh: '一个值', en: 'one value' };
    report('wrong-type', at, `“${operator.label.zh}”后面应是${word.zh}`, `"${operator.label.en}" takes ${word.en}`);
    return;
  }
  const item: FactType = left.kind === 'checklist' ? { ...left, kind: 'choice' } : left;
  const values = several ? (value as readonly Scalar[]) : [value as Scalar];
  for (const [index, each] of values.entries()) typeScalar(each, item, several ? `${at}/${index}` : at, report);
}

function typeScalar(value: Scalar, expected: FactType, at: string, report: Report): void {
  if (expected.kind === 'choice') {
    if (!expected.choices.some((choice) => choice.id === value))
      report('unknown-choice', at, `“${value}”不在可选的值里`, `"${value}" is not one of the choices`);
    return;
  }
  const actual: FactType =
    typeof value === 'number' ? numberType() : typeof value === 'boolean' ? { kind: 'boolean' } : textType;
  if (actual.kind !== expected.kind) reportKinds(expected, actual, at, report);
}

function reportKinds(expected: FactType, actual: FactType, at: string, report: Report): void {
  const [left, right] = [kindName(expected.kind), kindName(actual.kind)];
  report(
    'wrong-type',
    at,
    `${left.zh}不能与这里的${right.zh}比较`,
    `A ${left.en} cannot be compared with this ${right.en}`,
  );
}

/** Checks what an event takes from facts: amounts and days are numbers that are never blank, papers a checklist. */
export function typeEvent(rule: Rule, facts: Facts, document: string, pointer: string): Issue[] {
  const issues: Issue[] = [];
  const report = reporter(issues, document);
  const params = (rule.event.params ?? {}) as Record<string, unknown>;
  for (const name of ['each', 'share', 'dueInWorkingDays', 'papers']) {
    const value = params[name];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const at = `${pointer}/event/params/${name}`;
    const fact = resolve(value as FactReference, facts, at, report);
    const expected = name === 'papers' ? 'checklist' : 'number';
    if (!fact) continue;
    if (fact.type.kind !== expected)
      report('wrong-type', at, `这里需要${kindName(expected).zh}`, `A ${kindName(expected).en} is expected here`);
    else if (fact.blank && name !== 'dueInWorkingDays')
      report(
        'maybe-blank',
        at,
        '这个事实可能没有值，请用 IFBLANK 给出默认值',
        'This fact may be blank; give a default with IFBLANK',
      );
  }
  return issues;
}
