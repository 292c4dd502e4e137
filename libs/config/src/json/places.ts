/** Owns where in a JSON text a pointer leads: line and column. */
import type { MemberNode, ValueNode } from '@humanwhocodes/momoa';
import type { Issue } from '../issue.js';
import { segmentsOf } from './pointer.js';

/** A 1-based place in a text. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds the place of a pointer; of its nearest ancestor where it leads nowhere (a missing key). */
export type Places = (pointer: string) => Place;

export const nameOf = (member: MemberNode): string =>
  member.name.type === 'String' ? member.name.value : member.name.name;

/** The places of a parsed document: a member stands where its key stands. */
export function placesOf(body: ValueNode): Places {
  return (pointer) => {
    let node = body;
    let { line, column } = body.loc.start;
    for (const segment of segmentsOf(pointer)) {
      const child = childOf(node, segment);
      if (!child) break;
      node = child.value;
      ({ line, column } = child.loc.start);
    }
    return { line, column };
  };
}

function childOf(node: ValueNode, segment: string) {
  if (node.type === 'Object') return node.members.find((member) => nameOf(member) === segment);
  if (node.type === 'Array' && /^\d+$/.test(segment)) return node.elements[Number(segment)];
  return undefined;
}

/** The issues with line and column where their document's text is known. */
export const locate = (issues: readonly Issue[], places: ReadonlyMap<string, Places>): Issue[] =>
  issues.map((issue) => {
    const place = issue.line === undefined ? places.get(issue.document)?.(issue.pointer) : undefined;
    return place ? { ...issue, ...place } : issue;
  });
