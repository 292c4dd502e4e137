/** Owns what the keys of documents are called, and how what they hold is told. */
import type { LocalizedText } from '@yimen/config';
import type { Print } from './print.js';
import * as print from './print.js';
import { ownAt } from './text.js';

export interface Field {
  readonly label: LocalizedText;
  readonly print: Print;
  /** What it is where nothing is written. */
  readonly otherwise?: unknown;
  /** Whether its words say by themselves what they are about. */
  readonly alone?: boolean;
  /** Whether its words are sentences. */
  readonly long?: boolean;
  /** How the items of an array are told. */
  readonly item?: Print;
}

type Fields = Readonly<Record<string, Field>>;

const field = (zh: string, en: string, print: Print, more: Partial<Field> = {}): Field => ({
  label: { zh, en },
  print,
  ...more,
});
const long = { long: true } as const;
const items = (zh: string, en: string, item: Print): Field => field(zh, en, print.each(item), { item });
const words = (zh: string, en: string): LocalizedText => ({ zh, en });

/** Keys that mean the same wherever they stand. */
const common: Fields = {
  title: field('名称', 'name', print.quoted),
  points: field('分值', 'points', print.plain),
  clause: field('依据条款', 'clause', print.quoted),
  note: field('说明', 'note', print.quoted),
};

const starts = print.oneOf({
  full: words('从满分起扣', 'deduct from full marks'),
  zero: words('从零分起加', 'add from zero'),
});
const required = print.oneOf({ true: words('必需', 'required'), false: words('可选', 'optional') });
const answered = print.oneOf({ true: words('必填', 'must be answered'), false: words('选填', 'may be left out') });
const levels = print.oneOf({
  city: words('市', 'city'),
  county: words('县区', 'county'),
  township: words('乡镇街道', 'township'),
  community: words('村社区', 'community'),
});
const fileKinds = print.oneOf({ image: words('图片', 'images'), document: words('文档', 'documents') });

const bounds: Fields = {
  minimum: field('最小值', 'least', print.plain),
  maximum: field('最大值', 'most', print.plain),
  multipleOf: field('最小单位', 'step', print.plain),
  minLength: field('最少字数', 'fewest characters', print.plain),
  maxLength: field('最多字数', 'most characters', print.plain),
  minItems: field('最少份数', 'fewest files', print.plain),
  maxItems: field('最多份数', 'most files', print.plain),
};

const question: Fields = {
  ...bounds,
  description: field('填写说明', 'help', print.quoted),
  'x-unit': field('单位', 'unit', print.quoted),
  type: field('题型', 'kind', print.kind),
  'items.type': field('题型', 'kind', print.kind),
  $ref: field('选项取自', 'choices from', print.listReference),
  'items.$ref': field('选项取自', 'choices from', print.listReference),
  pattern: field('格式要求', 'pattern', print.plain),
  format: field('格式', 'format', print.format),
  'items.format': field('格式', 'format', print.format),
  required: field('是否必填', 'whether to be answered', answered, { alone: true }),
  askedWhen: field('何时提问', 'asked when', print.asked, long),
  oneOf: field(
    '选项',
    'choices',
    print.each((value) => print.quoted(ownAt(value, 'title'))),
  ),
  'x-personal': field('属于个人信息', 'personal data', print.yesNo, { otherwise: false }),
  'x-heading': field('用作记录名称', 'names the record', print.yesNo, { otherwise: false }),
  'x-area-levels': items('可选的级别', 'levels that may be chosen', levels),
  'x-accept': items('文件种类', 'kinds of file', fileKinds),
};

const status = print.oneOf({
  complete: words('完整', 'complete'),
  incomplete: words('不完整', 'incomplete'),
  invalid: words('有错误', 'invalid'),
});

/** By what they stand in: the array or object that holds the thing, or the kind of document. */
const byHolder: Readonly<Record<string, Fields>> = {
  edition: {
    authority: field('发布机关', 'authority', print.quoted),
    kind: field(
      '类型',
      'kind',
      print.oneOf({ standard: words('评分标准', 'standard'), desk: words('办理规则', 'desk') }),
    ),
    year: field('年份', 'year', print.plain),
    id: field('编号', 'id', print.plain),
    effectiveFrom: field('施行日期', 'effective date', print.plain),
    points: field('满分', 'full marks', print.plain),
    'source.title': field('依据文件', 'source', print.quoted),
    'source.number': field('文号', 'number', print.quoted),
    'source.date': field('发文日期', 'date of the source', print.plain),
    calendar: field('日历', 'calendar', print.calendar),
    forms: items('表单', 'forms', print.form),
    categories: items('类别', 'categories', print.category),
  },
  lines: {
    standard: field('评分标准', 'standard', print.quoted),
    starts: field('起评', 'starts', starts, { alone: true }),
    appliesWhen: field('适用条件', 'applies when', print.condition, long),
    needs: items('另须填写', 'also needs', print.fact),
  },
  rules: {
    reason: field('理由', 'reason', print.reason),
    priority: field('优先顺序', 'priority', print.plain, { otherwise: 1 }),
    conditions: field('条件', 'condition', print.condition, long),
  },
  lists: { title: field('清单名称', 'name of the list', print.quoted) },
  rows: { required: field('是否必需', 'whether required', required, { alone: true, otherwise: true }) },
  columns: { type: field('类型', 'kind', print.kind), list: field('选项取自', 'choices from', print.list) },
  facts: {
    formula: field('公式', 'formula', print.formula, long),
    unit: field('单位', 'unit', print.quoted),
  },
  conditions: { conditions: field('条件', 'condition', print.condition, long) },
  steps: { questions: items('题目', 'questions', print.fact) },
  schema: question,
  form: {
    'schema.required': items('必填的题目', 'questions to be answered', print.fact),
    'schema.order': field('题目的内部次序', 'inner order of questions', () => undefined),
  },
  clauses: {
    summary: field('内容摘要', 'summary', print.quoted),
    none: field('不需要规则的原因', 'why no rule is needed', print.quoted),
  },
  desk: {
    department: field('主管部门取自', 'department taken from', print.fact),
    handedIn: field('已交材料取自', 'papers handed in taken from', print.fact),
    needs: items('另须填写', 'also needs', print.fact),
  },
  dispositions: { notice: field('文书', 'paper', print.quoted) },
  years: {
    'notice.title': field('通知名称', 'notice', print.quoted),
    'notice.number': field('通知文号', 'number of the notice', print.quoted),
    'notice.date': field('通知日期', 'date of the notice', print.plain),
    workdays: items('调休上班', 'days worked', print.plain),
  },
  holidays: { name: field('名称', 'name', print.quoted), days: items('放假', 'days off', print.plain) },
  cases: {
    'expect.total': field('应得总分', 'expected total', print.plain),
    'expect.status': field('应是', 'expected to be', status),
    'expect.dueInWorkingDays': field('应在几个工作日内办结', 'expected working days', print.plain),
    'expect.disposition': field('应作处理', 'expected disposition', print.disposition),
    'expect.grade': field('应得等级', 'expected grade', print.grade),
    'expect.rule': field('应依规则', 'expected rule', print.plain),
    'expect.department': field('应归部门', 'expected department', print.plain),
    'expect.missing': items('应缺材料', 'expected to be missing', print.plain),
  },
};

/** The field of keys below what holds them; undefined where the language knows no such key. */
export function fieldIn(holder: string, keys: readonly string[]): Field | undefined {
  const name = keys.join('.');
  const fields = Object.hasOwn(byHolder, holder) ? byHolder[holder] : {};
  if (fields && Object.hasOwn(fields, name)) return fields[name];
  return Object.hasOwn(common, name) ? common[name] : undefined;
}
