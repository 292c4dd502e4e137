/** Owns RFC 6901 JSON pointers. */

const escapeSegment = (segment: PropertyKey): string => String(segment).replaceAll('~', '~0').replaceAll('/', '~1');

/** The pointer of a path below another pointer. */
export const pointerTo = (base: string, ...path: readonly PropertyKey[]): string =>
  path.reduce<string>((pointer, segment) => `${pointer}/${escapeSegment(segment)}`, base);

/** The segments of a pointer. */
export const segmentsOf = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The own value along a path, or undefined. */
export const valueAlong = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
    root,
  );

/** The own value at a pointer, or undefined. */
export const valueAt = (root: unknown, pointer: string): unknown => valueAlong(root, segmentsOf(pointer));
