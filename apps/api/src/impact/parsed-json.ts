/** Owns parsing what lies in a row: whatever is damaged there stops nothing else. */

/** What a JSON text holds; undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
