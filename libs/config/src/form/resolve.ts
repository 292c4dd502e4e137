/** Owns how a form is drawn: lists put in, one language chosen. */
import type { Edition, EnglishTexts, Form } from '../edition.js';
import type { LocalizedText } from '../issue.js';
import { listOf } from './list-reference.js';

export type Language = keyof LocalizedText;

/** What form libraries take: a JSON Schema (draft-07) and hints. */
export interface ResolvedForm {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly uiSchema: Readonly<Record<string, unknown>>;
}

type Json = Readonly<Record<string, unknown>>;

interface Drawing {
  readonly form: Form;
  readonly edition: Pick<Edition, 'lists'>;
  readonly lang: Language;
}

/** The form in one language with the choices of its lists; `ui:order` follows the steps. */
export function resolveForm(form: Form, edition: Pick<Edition, 'lists'>, lang: Language): ResolvedForm {
  const drawing = { form, edition, lang };
  const schema = { ...drawGroup(form.schema, drawing), title: form.title[lang] };
  const order = form.steps.flatMap((step) => step.questions);
  return { schema, uiSchema: { ...form.uiSchema, 'ui:order': [...order, '*'] } };
}

/** Questions and, inside `allOf`, the questions asked under conditions. */
function drawGroup(group: Json, drawing: Drawing): Json {
  const { properties, allOf, ...rest } = group;
  return {
    ...rest,
    ...(properties === undefined ? {} : { properties: drawProperties(properties as Json, '', drawing) }),
    ...(allOf === undefined ? {} : { allOf: (allOf as readonly Json[]).map((branch) => drawBranch(branch, drawing)) }),
  };
}

const drawBranch = (branch: Json, drawing: Drawing): Json => ({
  ...branch,
  then: drawGroup(branch.then as Json, drawing),
});

const drawProperties = (properties: Json, prefix: string, drawing: Drawing): Json =>
  Object.fromEntries(
    Object.entries(properties).map(([id, question]) => [id, drawQuestion(question as Json, prefix + id, drawing)]),
  );

function drawQuestion(question: Json, key: string, drawing: Drawing): Json {
  const { title, description, 'x-unit': unit, ...answer } = question;
  const words = { title, description, unit, ...english(key, drawing) };
  return {
    ...(words.title === undefined ? {} : { title: words.title }),
    ...(words.description === undefined ? {} : { description: words.description }),
    ...drawAnswer(answer, key, drawing),
    ...(words.unit === undefined ? {} : { 'x-unit': words.unit }),
  };
}

function drawAnswer({ $ref, oneOf, items, ...rest }: Json, key: string, drawing: Drawing): Json {
  const options = $ref === undefined ? (oneOf as readonly Json[] | undefined) : [{ $ref }];
  if (options) return { ...rest, type: 'string', oneOf: options.flatMap((option) => drawOption(option, key, drawing)) };
  return items === undefined ? rest : { ...rest, items: drawItems(items as Json, key, drawing) };
}

function drawItems(items: Json, key: string, drawing: Drawing): Json {
  const { properties, ...rest } = items;
  if (properties === undefined) return drawAnswer(items, key, drawing);
  return { ...rest, properties: drawProperties(properties as Json, `${key}.`, drawing) };
}

function drawOption(option: Json, key: string, drawing: Drawing): Json[] {
  if (typeof option.$ref === 'string') {
    const choices = drawing.edition.lists.get(listOf(option.$ref))?.choices ?? [];
    return choices.map(({ id, title }) => ({ const: id, title: title[drawing.lang] }));
  }
  return [{ const: option.const, title: english(`${key}.${option.const}`, drawing).title ?? option.title }];
}

function english(key: string, { form, lang }: Drawing): EnglishTexts {
  return (lang === 'en' && Object.hasOwn(form.texts, key) && form.texts[key]?.en) || {};
}
