/** Owns finding the questions of a form in its schema. */
import type { RJSFSchema } from '@rjsf/utils';

/** Every question's schema, conditional ones among them. */
export function questionsOf(schema: RJSFSchema): Record<string, RJSFSchema> {
  const own = (schema.properties ?? {}) as Record<string, RJSFSchema>;
  const conditional = ((schema.allOf ?? []) as RJSFSchema[]).map((each) =>
    typeof each.then === 'object' ? questionsOf(each.then) : {},
  );
  return Object.assign({}, own, ...conditional);
}
