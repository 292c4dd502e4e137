/** Owns the way from the text files of an edition to the edition. */
import type { EditionResult, SourceFiles } from '../edition.js';
import type { Issue } from '../issue.js';
import { locate, type Places } from '../json/places.js';
import { pointerTo, segmentsOf } from '../json/pointer.js';
import { readText } from '../json/read-json.js';
import { readDocuments } from './documents.js';
import { editionFromDocuments } from './edition.js';
import { editionPaths } from './paths.js';

interface Sources {
  readonly values: Readonly<Record<string, unknown>>;
  readonly places: ReadonlyMap<string, Places>;
  readonly issues: readonly Issue[];
}

/**
 * Parses an edition from text files by path, other editions' files among them perhaps: the
 * edition, or every issue of every document with its line and column. Never throws.
 */
export function parseEdition(id: string, files: SourceFiles): EditionResult {
  const { values, places, issues } = readSources(id, files);
  if (issues.length === 0) {
    const result = editionFromDocuments(id, values);
    return { ...result, issues: locate(result.issues, places) };
  }
  return { ok: false, issues: locate([...issues, ...readDocuments(values).issues], places) };
}

/** Adds line and column to issues about these files, as checks of a parsed edition give them. */
export const locateIssues = (id: string, files: SourceFiles, issues: readonly Issue[]): Issue[] =>
  locate(issues, readSources(id, files).places);

function readSources(id: string, files: SourceFiles): Sources {
  const values: Record<string, unknown> = {};
  const places = new Map<string, Places>();
  const issues: Issue[] = [];
  for (const path of editionPaths(id, Object.keys(files))) {
    const text = files[path] ?? '';
    const read = path.endsWith('.jsonl') ? readLines(text, path) : readText(text, path);
    if (read.issues.length === 0) values[path] = read.value;
    if (read.places) places.set(path, read.places);
    issues.push(...read.issues);
  }
  return { values, places, issues };
}

/** One document a line; `/3/expect` is in the fourth that is not blank. */
function readLines(text: string, document: string): { value: unknown[]; places: Places; issues: Issue[] } {
  const lines = text
    .split('\n')
    .map((line, index) => ({ line, above: index }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, above }) => ({ above, ...readText(line, document) }));
  const places: Places = (pointer) => {
    const [index = '0', ...inside] = segmentsOf(pointer);
    const line = lines[Number(index)];
    const place = line?.places?.(pointerTo('', ...inside));
    return { line: (line?.above ?? 0) + (place?.line ?? 1), column: place?.column ?? 1 };
  };
  const issues = lines.flatMap((line, index) =>
    line.issues.map((issue) => ({
      ...issue,
      pointer: pointerTo('', index) + issue.pointer,
      line: line.above + (issue.line ?? 1),
      column: issue.column ?? 1,
    })),
  );
  return { value: lines.map(({ value }) => value), places, issues };
}
