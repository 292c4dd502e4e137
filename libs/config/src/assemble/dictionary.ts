/** Owns the fact dictionary: which facts a form's questions yield, of what type, asked when. */

import type { Question, QuestionGroup } from '../document/form.js';
import type { Comparison } from '../document/rule.js';
import type { BaseFact } from '../fact.js';
import type { Issue } from '../issue.js';
import { pointerTo } from '../json/pointer.js';
import { reportOn } from '../report.js';
import { askedWhen } from './asked.js';
import type { Placed } from './documents.js';
import { type QuestionScope, questionType } from './question.js';

/** The base facts of a form in the order of its schema; duplicates are left in. */
export function formFacts(
  { document, value }: Placed<'form'>,
  lists: QuestionScope['lists'],
  issues: Issue[],
): BaseFact[] {
  const report = reportOn(document, issues);
  const texts = value.texts ?? {};
  const english = (key: string): string | undefined => (Object.hasOwn(texts, key) ? texts[key]?.en.title : undefined);
  const scope = { lists, english, report };
  const declare = (id: string, question: Question, pointer: string, asked: readonly Comparison[]): BaseFact[] => {
    const type = questionType(question, id, pointer, scope) ?? { kind: 'text' };
    if (question.title === undefined)
      report('missing-key', pointerTo(pointer, 'title'), '缺少“title”', '"title" is missing');
    const zh = question.title ?? id;
    return [
      {
        origin: 'form',
        id,
        form: value.id,
        title: { zh, en: english(id) ?? zh },
        type,
        personal: isPersonal(question),
        ...(question.format && { format: question.format }),
        heading: question['x-heading'] ?? false,
        askedWhen: asked,
        document,
        pointer,
      },
    ];
  };
  const visit = (group: QuestionGroup, pointer: string, asked: readonly Comparison[]): BaseFact[] => [
    ...Object.entries(group.properties ?? {}).flatMap(([id, question]) =>
      declare(id, question, pointerTo(pointer, 'properties', id), asked),
    ),
    ...(group.allOf ?? []).flatMap((branch, index) => {
      const at = pointerTo(pointer, 'allOf', index);
      const conditions = askedWhen(branch.if, pointerTo(at, 'if'), report);
      return visit(branch.then, pointerTo(at, 'then'), [...asked, ...conditions]);
    }),
  ];
  checkRequired(value.schema, pointerTo('', 'schema'), scope);
  return visit(value.schema, pointerTo('', 'schema'), []);
}

function isPersonal(question: Question): boolean {
  const columns = Object.values(question.items?.properties ?? {});
  return [question, ...columns].some((each) => each['x-personal'] === true);
}

/** A group requires questions of its own only. */
function checkRequired(group: QuestionGroup, pointer: string, scope: QuestionScope): void {
  for (const [index, id] of (group.required ?? []).entries()) {
    if (group.properties && Object.hasOwn(group.properties, id)) continue;
    scope.report(
      'unknown-fact',
      pointerTo(pointer, 'required', index),
      `required 中的“${id}”不在同层的 properties 里`,
      `"${id}" is required but not among the properties beside it`,
    );
  }
  for (const [index, branch] of (group.allOf ?? []).entries()) {
    checkRequired(branch.then, pointerTo(pointer, 'allOf', index, 'then'), scope);
  }
}
