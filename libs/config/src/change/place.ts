/** Owns where in a document a path of ids leads. */
import { pointerTo } from '../json/pointer.js';
import { isObject } from '../json/same.js';
import type { Step } from './change.js';
import { identitiesOf } from './identity.js';
import { isSchemaPlace } from './node.js';

interface At {
  readonly value: unknown;
  readonly pointer: string;
}

/** The value that a path leads to, with its pointer; undefined where it leads nowhere. */
export function placeIn(document: unknown, path: readonly Step[]): At | undefined {
  const { at, rest } = followed(document, path);
  return rest.length > 0 ? undefined : at;
}

/** The pointer of the place a path leads to; of the nearest place above where it leads nowhere. */
export function pointerOf(document: unknown, path: readonly Step[]): string {
  const { at, rest } = followed(document, path);
  const [next] = rest;
  return next && 'key' in next && next.key === 'askedWhen' ? branchOf(at.pointer) : at.pointer;
}

/** As far as a path leads, and the steps that lead nowhere. */
function followed(document: unknown, path: readonly Step[]): { readonly at: At; readonly rest: readonly Step[] } {
  let at: At = { value: document, pointer: '' };
  for (const [index, step] of path.entries()) {
    const next = isSchemaPlace(path.slice(0, index)) && 'id' in step ? questionAt(at, step.id) : childAt(at, step);
    if (!next) return { at, rest: path.slice(index) };
    at = next;
  }
  return { at, rest: [] };
}

function childAt({ value, pointer }: At, step: Step): At | undefined {
  if (Array.isArray(value)) {
    const index = 'id' in step ? identitiesOf(value).indexOf(step.id) : -1;
    return index < 0 ? undefined : { value: value[index], pointer: pointerTo(pointer, index) };
  }
  const key = 'key' in step ? step.key : step.id;
  if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
  return { value: value[key], pointer: pointerTo(pointer, key) };
}

/** Where a schema declares a question: always asked, or in a branch. */
function questionAt(schema: At, id: string): At | undefined {
  const always = childAt(schema, { key: 'properties' });
  const branches = childAt(schema, { key: 'allOf' });
  const groups = Array.isArray(branches?.value)
    ? branches.value.map((value: unknown, index): At => ({ value, pointer: pointerTo(branches.pointer, index) }))
    : [];
  const properties = groups.map((group) => {
    const then = childAt(group, { key: 'then' });
    return then && childAt(then, { key: 'properties' });
  });
  for (const holder of [always, ...properties]) {
    const found = holder && childAt(holder, { key: id });
    if (found) return found;
  }
  return undefined;
}

/** The `if` of the branch that a question stands in. */
function branchOf(question: string): string {
  const branch = /^(\/schema\/allOf\/\d+)\/then\//.exec(question)?.[1];
  return branch ? `${branch}/if` : question;
}
