/** Owns the checks of single answers, one for each type of fact. */
import type { Question } from '../document/form.js';
import type { FactType } from '../fact.js';
import { formats } from '../form/formats.js';
import { hostileKeys, limits, reportHostileKey } from '../json/limits.js';
import { pointerTo } from '../json/pointer.js';
import type { Report } from '../report.js';

/** Whether an answer may stand; reports and is false where it may not. */
export type AnswerCheck = (value: unknown, pointer: string, report: Report) => boolean;

/** What a question says of texts beyond the type of its fact. */
export type TextBounds = Pick<Question, 'minLength' | 'maxLength' | 'pattern' | 'format'>;

/** The schema of a rows question, as far as its cells need it. */
type Answer = TextBounds & { readonly items?: { readonly properties?: Readonly<Record<string, TextBounds>> } };

type Of<Kind extends FactType['kind']> = Extract<FactType, { kind: Kind }>;

/** The check for a type of fact whose question has this schema. */
export function answerCheck(type: FactType, question: Answer): AnswerCheck {
  switch (type.kind) {
    case 'boolean':
      return checkBoolean;
    case 'number':
      return numberCheck(type);
    case 'text':
      return textCheck(question);
    case 'choice':
      return choiceCheck(type);
    case 'checklist':
      return checklistCheck(type);
    case 'rows':
      return rowsCheck(type, question);
    case 'files':
      return filesCheck(type);
    case 'record':
      return (_value, pointer, report) => wrongType(pointer, report, '', '');
  }
}

export function wrongType(pointer: string, report: Report, zh: string, en: string): false {
  report('wrong-type', pointer, `应填${zh}`, `Expected ${en}`);
  return false;
}

const checkBoolean: AnswerCheck = (value, pointer, report) =>
  typeof value === 'boolean' || wrongType(pointer, report, '是（true）或否（false）', 'true or false');

function numberCheck({ integer, minimum = -Infinity, maximum = Infinity, multipleOf }: Of<'number'>): AnswerCheck {
  const [zh, en] = integer ? ['整数', 'a whole number'] : ['数字', 'a number'];
  return (value, pointer, report) => {
    if (typeof value !== 'number' || !Number.isFinite(value) || (integer && !Number.isSafeInteger(value))) {
      return wrongType(pointer, report, zh, en);
    }
    if (value < minimum) report('below-minimum', pointer, `不能小于 ${minimum}`, `Must be at least ${minimum}`);
    else if (value > maximum) report('above-maximum', pointer, `不能大于 ${maximum}`, `Must be at most ${maximum}`);
    else if (multipleOf !== undefined && !isMultiple(value, multipleOf)) {
      report('not-a-multiple', pointer, `应是 ${multipleOf} 的倍数`, `Must be a multiple of ${multipleOf}`);
    } else return true;
    return false;
  };
}

/** Binary noise aside: 0.3 is a multiple of 0.1. */
function isMultiple(value: number, step: number): boolean {
  const quotient = value / step;
  return Math.abs(quotient - Math.round(quotient)) <= 1e-9 * Math.max(1, Math.abs(quotient));
}

function textCheck({ minLength = 0, maxLength = limits.text, pattern, format }: TextBounds): AnswerCheck {
  const expression = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  const asked = format === undefined ? undefined : formats[format];
  const longest = Math.min(maxLength, limits.text);
  return (value, pointer, report) => {
    if (typeof value !== 'string') return wrongType(pointer, report, '文字', 'a text');
    if (value.length > 2 * longest || lengthOf(value) > longest)
      report('too-long', pointer, `不能超过 ${longest} 个字`, `At most ${longest} characters`);
    else if (lengthOf(value) < minLength)
      report('too-short', pointer, `至少 ${minLength} 个字`, `At least ${minLength} characters`);
    else if (expression && !expression.test(value))
      report('wrong-pattern', pointer, '写法不符合要求', 'Not written as required');
    else if (asked && !asked.check(value))
      report('wrong-format', pointer, `不是正确的${asked.label.zh}`, `Not a valid ${asked.label.en}`);
    else return true;
    return false;
  };
}

/** Characters as JSON Schema counts them: code points. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

function choiceCheck({ choices }: Of<'choice'>): AnswerCheck {
  const known = new Set<unknown>(choices.map(({ id }) => id));
  return (value, pointer, report) => {
    if (known.has(value)) return true;
    return typeof value === 'string'
      ? unknownChoice(value, pointer, report)
      : wrongType(pointer, report, '一个选项', 'one of the choices');
  };
}

function unknownChoice(value: string, pointer: string, report: Report): false {
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  report('unknown-choice', pointer, `没有“${shown}”这个选项`, `There is no choice "${shown}"`);
  return false;
}

function checklistCheck({ choices }: Of<'checklist'>): AnswerCheck {
  const known = new Set<unknown>(choices.map(({ id }) => id));
  const checkItem = choiceCheck({ kind: 'choice', choices });
  return (value, pointer, report) => {
    if (!Array.isArray(value)) return wrongType(pointer, report, '选项的列表', 'a list of choices');
    // More items than choices cannot all be good: the first few faults are enough.
    const items: readonly unknown[] = value.length > choices.length ? value.slice(0, choices.length + 1) : value;
    let good = true;
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index];
      if (known.has(item) && items.indexOf(item) === index) continue;
      const at = `${pointer}/${index}`;
      if (checkItem(item, at, report)) {
        report('duplicate-item', at, '同一选项出现了两次', 'The same choice appears twice');
      }
      good = false;
    }
    return good;
  };
}

/** Ids that could be those of files: whether they are is known where files are kept. */
function filesCheck({ least, most }: Of<'files'>): AnswerCheck {
  const checkId = textCheck({ format: 'file' });
  return (value, pointer, report) => {
    if (!Array.isArray(value)) return wrongType(pointer, report, '文件的列表', 'a list of files');
    if (value.length > most) {
      report('too-many-files', pointer, `不能超过 ${most} 个文件`, `At most ${most} files`);
      return false;
    }
    if (value.length < least) {
      report('too-few-files', pointer, `至少 ${least} 个文件`, `At least ${least} files`);
      return false;
    }
    return value.reduce<boolean>((good, id, index) => {
      const at = `${pointer}/${index}`;
      const once = value.indexOf(id) === index;
      if (!once) report('duplicate-item', at, '同一文件出现了两次', 'The same file appears twice');
      return checkId(id, at, report) && once && good;
    }, true);
  };
}

function rowsCheck({ columns }: Of<'rows'>, { items }: Answer): AnswerCheck {
  const cells = new Map([...columns].map(([id, { type }]) => [id, answerCheck(type, items?.properties?.[id] ?? {})]));
  return (value, pointer, report) => {
    if (!Array.isArray(value)) return wrongType(pointer, report, '行的列表', 'a list of rows');
    if (value.length > limits.rows) {
      report('too-many-rows', pointer, `不能超过 ${limits.rows} 行`, `At most ${limits.rows} rows`);
      return false;
    }
    let good = true;
    for (let index = 0; index < value.length; index += 1) {
      if (!checkCells(value[index], cells, `${pointer}/${index}`, report)) good = false;
    }
    return good;
  };
}

function checkCells(row: unknown, cells: ReadonlyMap<string, AnswerCheck>, pointer: string, report: Report): boolean {
  if (!isRecord(row)) return wrongType(pointer, report, '一行', 'a row');
  let good = true;
  for (const key of Object.keys(row)) {
    const check = cells.get(key);
    if (check ? !check(row[key], `${pointer}/${key}`, report) : !unknownName(key, pointer, report)) good = false;
  }
  return good;
}

/** An error at a form, fact or column that is not there below `above`; always false. */
export function unknownName(key: string, above: string, report: Report): false {
  const pointer = pointerTo(above, key);
  const shown = key.length > 40 ? `${key.slice(0, 40)}…` : key;
  if (hostileKeys.has(key)) reportHostileKey(report, pointer, key);
  else
    report(
      'unknown-fact',
      pointer,
      `没有“${shown}”这一项，请更正或删去`,
      `There is no "${shown}": correct or remove it`,
    );
  return false;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
