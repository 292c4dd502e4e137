/** Owns how a violation of a document's schema is told to people. */
import type * as z from 'zod';
import type { Issue, LocalizedText } from '../issue.js';
import { pointerTo, valueAlong } from '../json/pointer.js';
import { errorAt, mostIssues } from '../report.js';

type Violation = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

interface Problem {
  readonly code: string;
  readonly path: Path;
  readonly message: LocalizedText;
}

/** Codes that the schemas name as their error message; the words are here. */
const named: Readonly<Record<string, LocalizedText>> = {
  'bad-id': {
    zh: '标识应以小写字母开头，只含字母、数字和单个连字符',
    en: 'An id starts with a small letter and holds letters, digits and single hyphens',
  },
  'bad-date': { zh: '应是存在的日期，写作 2014-08-13', en: 'An existing date is expected, written 2014-08-13' },
  'bad-path': { zh: '路径应是以点分隔的列名', en: 'A path is column names separated by dots' },
  'bad-pattern': { zh: '不是合法的正则表达式', en: 'Not a valid regular expression' },
  'bad-value': {
    zh: '值应是文字、数字、是否、它们的列表，或 { "fact": … }',
    en: 'A value is a text, a number, a boolean, a list of these, or { "fact": … }',
  },
  'bad-days': {
    zh: '工作日数应是 0 到 1000 的整数，或 { "fact": … }',
    en: 'Working days are a whole number from 0 to 1000, or { "fact": … }',
  },
  'bad-papers': {
    zh: '材料应是标识的列表，或 { "fact": … }',
    en: 'Papers are a list of ids, or { "fact": … }',
  },
  'bad-amount': {
    zh: '应写明 points（可带 each、cap）或 share（可带 cap）',
    en: 'Give points (with each or cap perhaps) or share (with cap perhaps)',
  },
  'bad-band': {
    zh: '等次的下限写 from 或 above 之一，上限写 upTo 或 below 之一',
    en: 'A band has one of from and above, and one of upTo and below',
  },
  'bad-condition': {
    zh: '条件应是 all、any、not、condition 之一，或（在其内）一个比较；最外层不能是比较',
    en: 'A condition is one of all, any, not, condition or, inside these, a comparison; the outermost is never a comparison',
  },
  'wrong-type': { zh: '值的类型不对', en: 'The value has the wrong type' },
  'wrong-cell': {
    zh: '单元格应是是否、数字、文字或文字列表',
    en: 'A cell is a boolean, a number, a text or a list of texts',
  },
  'unknown-operator': {
    zh: '没有这个运算符；可用 equal notEqual in notIn contains doesNotContain lessThan lessThanInclusive greaterThan greaterThanInclusive',
    en: 'There is no such operator; use equal notEqual in notIn contains doesNotContain lessThan lessThanInclusive greaterThan greaterThanInclusive',
  },
  'unknown-event': {
    zh: '这里没有这种事件：标准用 award、deduct；窗口用 refuse supplement handle report inform transfer raise require',
    en: 'There is no such event here: standards take award and deduct; desks refuse supplement handle report inform transfer raise require',
  },
  'unknown-format': { zh: '没有这种格式', en: 'There is no such format' },
  'empty-group': { zh: 'all 与 any 至少要有一个条件', en: 'all and any need at least one condition' },
  'duplicate-item': { zh: '同一项出现了两次', en: 'The same item appears twice' },
  'empty-list': { zh: '至少要有一项', en: 'At least one item is needed' },
  'empty-text': { zh: '文字不能为空', en: 'The text must not be empty' },
  'text-too-long': { zh: '文字太长', en: 'The text is too long' },
  'too-many': { zh: '项数太多', en: 'There are too many items' },
  'unsupported-question': {
    zh: '表单问题不支持这种写法，请参照语言说明中的问题类型',
    en: 'Form questions do not support this: see the kinds of questions in the language reference',
  },
  'unsupported-if': {
    zh: '表单条件不支持这种写法：if 用 properties 与 required 以 const、enum 或大小界限检验问题',
    en: 'Form conditions do not support this: if tests questions under properties and required by const, enum or bounds',
  },
};

/** The violations of a document's schema as located issues. */
export const problemsOf = (error: z.ZodError, root: unknown, document: string, base = ''): Issue[] =>
  error.issues
    .flatMap((violation) => explain(violation, [], root))
    .slice(0, mostIssues)
    .map(({ code, path, message }) => errorAt(code, document, pointerTo(base, ...path), message.zh, message.en));

function explain(violation: Violation, above: Path, root: unknown): Problem[] {
  const path = [...above, ...violation.path];
  switch (violation.code) {
    case 'unrecognized_keys':
      return violation.keys.map((key) => unknownKey(violation.message, [...path, key], key));
    case 'invalid_union':
      return explainUnion(violation, path, root);
    case 'invalid_key':
      return violation.issues.flatMap((inner) => explain(inner as Violation, path, root));
    default:
      return [explainValue(violation, path, root)];
  }
}

function unknownKey(message: string, path: Path, key: string): Problem {
  const words = named[message];
  if (words) return { code: message, path, message: words };
  return {
    code: 'unknown-key',
    path,
    message: { zh: `不认识的键“${key}”，请更正或删去`, en: `Unknown key "${key}": correct or remove it` },
  };
}

/** Tells of the form the writer most likely meant: the one whose keys fit best. */
function explainUnion(violation: Extract<Violation, { code: 'invalid_union' }>, path: Path, root: unknown): Problem[] {
  const value = valueAlong(root, path);
  const best = violation.errors
    .map((violations) => ({ violations, distance: distance(violations, value) }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (value === undefined || !best || best.distance >= strange) return [explainValue(violation, path, root)];
  return best.violations.flatMap((inner) => explain(inner, path, root));
}

const strange = 1000;

/** How far a value is from a form: keys too many or missing; `strange` where not even one key or the type fits. */
function distance(violations: readonly Violation[], value: unknown): number {
  let sum = 0;
  for (const violation of violations) {
    if (violation.code === 'unrecognized_keys') {
      const keys = Object.keys(value as object).length;
      sum += violation.keys.length === keys ? strange : violation.keys.length;
    } else if (violation.path.length === 0) sum += strange;
    else if (violation.path.length === 1 && valueAlong(value, violation.path) === undefined) sum += 1;
  }
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0 ? strange : sum;
}

function explainValue(violation: Violation, path: Path, root: unknown): Problem {
  const key = String(path.at(-1) ?? '');
  if (valueAlong(root, path) === undefined) {
    return { code: 'missing-key', path, message: { zh: `缺少“${key}”`, en: `"${key}" is missing` } };
  }
  const words = named[violation.message];
  return words ? { code: violation.message, path, message: words } : { path, ...explainPlain(violation) };
}

/** What zod's own violations mean, where the schema gave them no name. */
function explainPlain(violation: Violation): Omit<Problem, 'path'> {
  switch (violation.code) {
    case 'invalid_value': {
      const options = violation.values.map(String).join(' ');
      return {
        code: 'unknown-value',
        message: { zh: `应是其中之一：${options}`, en: `One of these is expected: ${options}` },
      };
    }
    case 'too_small':
    case 'too_big': {
      const zh =
        violation.code === 'too_small'
          ? `应大于${violation.inclusive ? '或等于' : ''} ${violation.minimum}`
          : `应小于${violation.inclusive ? '或等于' : ''} ${violation.maximum}`;
      const en =
        violation.code === 'too_small'
          ? `Must be ${violation.inclusive ? 'at least' : 'above'} ${violation.minimum}`
          : `Must be ${violation.inclusive ? 'at most' : 'below'} ${violation.maximum}`;
      return { code: 'out-of-range', message: { zh, en } };
    }
    case 'invalid_type':
      return {
        code: 'wrong-type',
        message: { zh: `类型不对，应是 ${violation.expected}`, en: `Wrong type: ${violation.expected} expected` },
      };
    default:
      return { code: 'wrong-type', message: { zh: '值的类型或写法不对', en: 'The value has the wrong type or form' } };
  }
}
