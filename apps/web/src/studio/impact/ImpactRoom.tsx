/** Owns a part of a draft that is being built. */
export function Room() {
  return null;
}
