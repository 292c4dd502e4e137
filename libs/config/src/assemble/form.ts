/** Owns how a form is built from its document: steps and questions hold each other whole. */
import type { Form } from '../edition.js';
import type { BaseFact } from '../fact.js';
import type { Issue } from '../issue.js';
import { pointerTo } from '../json/pointer.js';
import { type Report, reportOn } from '../report.js';
import type { Placed } from './documents.js';
import { byId } from './unique.js';

/** The form, checked against the facts its questions yield. */
export function buildForm({ document, value }: Placed<'form'>, facts: readonly BaseFact[], issues: Issue[]): Form {
  const { id, title, steps, schema, uiSchema = {}, texts = {} } = value;
  const report = reportOn(document, issues);
  byId(
    steps.map((step, index) => ({ id: step.id, document, pointer: pointerTo('', 'steps', index) })),
    issues,
  );
  checkSteps(value, facts, report);
  checkKeys('unknown-text', 'texts', Object.keys(texts), facts, report);
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

function reaches(type: BaseFact['type'], [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true;
  if (type.kind === 'rows') {
    const column = type.columns.get(first);
    return column !== undefined && reaches(column.type, rest);
  }
  const choosing = type.kind === 'choice' || type.kind === 'checklist';
  return choosing && rest.length === 0 && type.choices.some(({ id }) => id === first);
}
