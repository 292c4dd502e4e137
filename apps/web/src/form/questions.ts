/** Owns finding the questions of a form in its schema, and telling what they ask for. */
import type { RJSFSchema } from '@rjsf/utils';

/** Whether what a list holds is uploaded files. */
export const isFile = ({ format }: RJSFSchema): boolean => format === 'file';

/** Whether a question is answered by an area. */
export const isArea = ({ format }: RJSFSchema): boolean => format === 'area';

/** Every question's schema, conditional ones among them. */
export function questionsOf(schema: RJSFSchema): Record<string, RJSFSchema> {
  const own = (schema.properties ?? {}) as Record<string, RJSFSchema>;
  const conditional = ((schema.allOf ?? []) as RJSFSchema[]).map((each) =>
    typeof each.then === 'object' ? questionsOf(each.then) : {},
  );
  return Object.assign({}, own, ...conditional);
}
