/** Owns how forms are built from their documents: steps and questions hold each other whole. */
import type { Edition, Form } from '../edition.js';
import type { BaseFact, FactType } from '../fact.js';
import type { Issue } from '../issue.js';
import { pointerTo } from '../json/pointer.js';
import { errorAt, type Report, reportOn } from '../report.js';
import { formFacts } from './dictionary.js';
import type { Documents, Placed } from './documents.js';
import { byId } from './unique.js';

interface Forms {
  readonly forms: Form[];
  readonly base: BaseFact[];
}

/** The forms in the order of the manifest, and the facts of all of them; duplicates are left in. */
export function buildForms(
  { document, value }: Placed<'edition'>,
  { form }: Documents,
  lists: Edition['lists'],
  issues: Issue[],
): Forms {
  const named = value.forms.map((id, index) => ({ id, document, pointer: pointerTo('', 'forms', index) }));
  for (const placed of form) checkName(placed, value.forms, reportOn(placed.document, issues));
  const built = [...byId(named, issues).values()].flatMap(({ id, pointer }) => {
    const placed = form.find((candidate) => candidate.value.id === id);
    if (!placed) issues.push(missingForm(id, document, pointer));
    const facts = placed ? formFacts(placed, lists, issues) : [];
    return placed ? [{ form: buildForm(placed, facts, issues), facts }] : [];
  });
  return { forms: built.map((each) => each.form), base: built.flatMap(({ facts }) => facts) };
}

const missingForm = (id: string, document: string, pointer: string): Issue =>
  errorAt(
    'missing-document',
    document,
    pointer,
    `缺少表单“${id}”的文件`,
    `The document of the form "${id}" is missing`,
  );

/** Keys of an input document beside its forms. */
const reserved: ReadonlySet<string> = new Set(['id', 'expect']);

function checkName({ document, value: { id } }: Placed<'form'>, order: readonly string[], report: Report): void {
  const file = document.slice(document.lastIndexOf('/') + 1, -'.json'.length);
  if (id !== file)
    report('wrong-id', '/id', `标识应与文件名“${file}”相同`, `The id must be that of the file, "${file}"`);
  if (reserved.has(id)) report('bad-id', '/id', `表单不能叫“${id}”`, `A form cannot be named "${id}"`);
  if (order.includes(id)) return;
  report(
    'unexpected-document',
    '/id',
    `表单“${id}”没有列入 edition.json`,
    `The form "${id}" is not listed in edition.json`,
  );
}

/** The form, checked against the facts its questions yield. */
function buildForm({ document, value }: Placed<'form'>, facts: readonly BaseFact[], issues: Issue[]): Form {
  const { id, title, steps, schema, uiSchema = {}, texts = {} } = value;
  const report = reportOn(document, issues);
  byId(
    steps.map((step, index) => ({ id: step.id, document, pointer: pointerTo('', 'steps', index) })),
    issues,
  );
  checkSteps(value, facts, report);
  checkKeys('unknown-text', 'texts', Object.keys(texts), facts, report);
  checkUnits(texts, facts, report);
  checkKeys(
    'unknown-fact',
    'uiSchema',
    Object.keys(uiSchema).filter((key) => !key.startsWith('ui:')),
    facts,
    report,
  );
  return { id, title, steps, schema, uiSchema, texts, document } as Form;
}

/** Every question stands in exactly one step; every step asks questions of this form. */
function checkSteps({ steps }: Placed<'form'>['value'], facts: readonly BaseFact[], report: Report): void {
  const known = new Set(facts.map(({ id }) => id));
  const placed = new Set<string>();
  for (const [index, step] of steps.entries()) {
    for (const [place, id] of step.questions.entries()) {
      const at = pointerTo('', 'steps', index, 'questions', place);
      if (!known.has(id))
        report('unknown-question', at, `表单里没有“${id}”这个问题`, `The form has no question "${id}"`);
      if (placed.has(id))
        report('duplicate-id', at, `问题“${id}”已在前面的步骤里`, `The question "${id}" is already in a step`);
      placed.add(id);
    }
  }
  for (const { id, pointer } of facts) {
    if (!placed.has(id))
      report('question-not-in-step', pointer, `请把问题“${id}”放进一个步骤`, `Put the question "${id}" into a step`);
  }
}

/** Keys name a fact of the form, or something inside one (`windows.staff`, `venue.hall`). */
function checkKeys(
  code: string,
  section: string,
  keys: readonly string[],
  facts: readonly BaseFact[],
  report: Report,
): void {
  for (const key of keys) {
    const [id = '', ...inside] = key.split('.');
    const fact = facts.find((candidate) => candidate.id === id);
    if (fact && reaches(fact.type, inside)) continue;
    report(code, pointerTo('', section, key), `表单里没有“${key}”`, `The form has no "${key}"`);
  }
}

/** An English unit stands for a Chinese one. */
function checkUnits(texts: Form['texts'], facts: readonly BaseFact[], report: Report): void {
  for (const [key, { en }] of Object.entries(texts)) {
    const [id = '', ...inside] = key.split('.');
    const type = typeIn(facts.find((fact) => fact.id === id)?.type, inside);
    if (en.unit === undefined || (type?.kind === 'number' && type.unit !== undefined)) continue;
    report(
      'unknown-text',
      pointerTo('', 'texts', key, 'en', 'unit'),
      `“${key}”没有单位（x-unit），请先在问题里写上`,
      `"${key}" has no unit; give the question an x-unit first`,
    );
  }
}

/** The type of a fact, or of a column inside it. */
function typeIn(type: FactType | undefined, [first, ...rest]: readonly string[]): FactType | undefined {
  if (first === undefined || type?.kind !== 'rows') return type;
  return typeIn(type.columns.get(first)?.type, rest);
}

function reaches(type: FactType, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true;
  if (type.kind === 'rows') {
    const column = type.columns.get(first);
    return column !== undefined && reaches(column.type, rest);
  }
  const choosing = type.kind === 'choice' || type.kind === 'checklist';
  return choosing && rest.length === 0 && type.choices.some(({ id }) => id === first);
}
