/** Owns putting questions among those of a form's schema: always asked, or inside the branch of their conditions. */
import { insertedAt, removedAt, replacedAt, valueAt } from '@yimen/config';
import {
  type Asking,
  idsIn,
  type Json,
  listIn,
  objectIn,
  type PlacedQuestion,
  questionsIn,
  type TestKey,
} from './question-places';

/** The `if` parts, the outermost first, that test all of these: two tests of one kind on one answer need two. */
function chainOf(asked: readonly Asking[]): Json[] {
  const chain: Record<string, Partial<Record<TestKey, unknown>>>[] = [];
  for (const { fact, test, value } of asked) {
    let tests = chain.find((each) => each[fact]?.[test] === undefined);
    if (!tests) {
      tests = {};
      chain.push(tests);
    }
    tests[fact] = { ...tests[fact], [test]: value };
  }
  return chain.map((properties) => ({ properties, required: Object.keys(properties) }));
}

const nameOf = (asked: readonly Asking[]): string =>
  asked
    .map(({ fact, test, value }) => JSON.stringify([fact, test, value]))
    .sort()
    .join();

export const sameAsking = (one: readonly Asking[], other: readonly Asking[]): boolean => nameOf(one) === nameOf(other);

/** The form with a question put among those that are asked at the same time. */
export function withQuestion(
  form: Json,
  id: string,
  question: Json,
  { required, asked }: Pick<PlacedQuestion, 'required' | 'asked'>,
): Json {
  const beside = questionsIn(form).find((each) => sameAsking(each.asked, asked))?.group;
  const group = asked.length === 0 ? '/schema' : beside;
  if (group !== undefined) return replacedAt(form, group, joined(valueAt(form, group), id, question, required)) as Json;
  const [outer, ...inner] = chainOf(asked);
  const then = inner.reduceRight<Json>(
    (inside, tests) => ({ allOf: [{ if: tests, then: inside }] }),
    joined({}, id, question, required),
  );
  const branch = { if: outer, then };
  const schema = objectIn(form.schema);
  return schema.allOf === undefined
    ? (replacedAt(form, '/schema/allOf', [branch]) as Json)
    : (insertedAt(form, '/schema/allOf', Number.POSITIVE_INFINITY, branch) as Json);
}

function joined(group: unknown, id: string, question: Json, required: boolean): Json {
  const { properties, required: names, ...rest } = objectIn(group);
  const all = [...idsIn(names).filter((each) => each !== id), ...(required ? [id] : [])];
  return {
    ...rest,
    properties: { ...objectIn(properties), [id]: question },
    ...(all.length === 0 ? {} : { required: all }),
  };
}

/** The form without a question, and without the branches that ask nothing then. */
export function withoutQuestion(form: Json, { id, group }: Pick<PlacedQuestion, 'id' | 'group'>): Json {
  const { properties, required, ...rest } = objectIn(valueAt(form, group));
  const { [id]: _, ...others } = objectIn(properties);
  const names = idsIn(required).filter((each) => each !== id);
  const left = { ...rest, properties: others, ...(names.length === 0 ? {} : { required: names }) };
  return pruned(replacedAt(form, group, left) as Json);
}

function pruned(form: Json): Json {
  const schema = objectIn(form.schema);
  const next = withoutIdle(schema);
  return next === schema ? form : { ...form, schema: next };
}

function withoutIdle(group: Json): Json {
  if (group.allOf === undefined) return group;
  const branches = listIn(group.allOf).map(objectIn);
  const kept = branches
    .map((branch) => ({ ...branch, then: withoutIdle(objectIn(branch.then)) }) as Json)
    .filter(({ then }) => asksSomething(objectIn(then)));
  if (kept.length > 0) return { ...group, allOf: kept };
  return removedAt(group, '/allOf') as Json;
}

const asksSomething = ({ properties, allOf }: Json): boolean =>
  Object.keys(objectIn(properties)).length > 0 || listIn(allOf).length > 0;

/** The form with a question required or not. */
export function withRequired(form: Json, { id, group }: Pick<PlacedQuestion, 'id' | 'group'>, required: boolean): Json {
  const { required: names, ...rest } = objectIn(valueAt(form, group));
  const others = idsIn(names).filter((each) => each !== id);
  const all = required ? [...others, id] : others;
  return replacedAt(form, group, { ...rest, ...(all.length === 0 ? {} : { required: all }) }) as Json;
}
