/** Owns taking an edition in from a folder of another place: the differences first, then a draft. */
export function ImportFolder() {
  return null;
}
