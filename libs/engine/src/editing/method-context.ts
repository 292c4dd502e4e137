/** Owns what methods are told of the documents they write into. */
import type { Edition } from '@yimen/config';
import type { MethodContext } from '../method/method.js';
import type { LineDeclaration } from '../wording/declaration.js';
import { type AreaNames, dictionaryOf } from '../wording/dictionary.js';
import { type Documents, readersIn } from './readers.js';

/** A line in its document. */
export interface PlacedLine {
  readonly document: string;
  readonly indicator: number;
  readonly place: number;
  readonly line: LineDeclaration;
}

/** The line with an id, wherever it stands. */
export function findLine(documents: Documents, edition: string, id: string): PlacedLine | undefined {
  return linesIn(documents, edition).find(({ line }) => line.id === id);
}

/** Every line of an edition's documents. */
export function linesIn(documents: Documents, edition: string): PlacedLine[] {
  return Object.entries(documents)
    .filter(([path]) => path.startsWith(`rules/${edition}/`))
    .flatMap(([document, value]) =>
      childrenOf(value, 'indicators').flatMap((indicator, at) =>
        childrenOf(indicator, 'lines').flatMap((line, place) =>
          typeof line === 'object' && line !== null
            ? [{ document, indicator: at, place, line: line as LineDeclaration }]
            : [],
        ),
      ),
    );
}

function childrenOf(value: unknown, key: string): readonly unknown[] {
  const children = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return Array.isArray(children) ? children : [];
}

/**
 * The context of a line; undefined where there is no such line. `edition` is what the documents last parsed to: its
 * questions and lists are used.
 */
export function methodContext(documents: Documents, edition: Edition, lineId: string): MethodContext | undefined {
  const line = findLine(documents, edition.id, lineId)?.line;
  return line && contextOf(documents, edition, line);
}

/** The context of a line that may not be in the documents yet; with the names of areas its sentences can tell them. */
export function contextOf(
  documents: Documents,
  edition: Edition,
  line: LineDeclaration,
  areas?: AreaNames,
): MethodContext {
  const ids = idsIn(documents, edition);
  const readers = readersIn(documents);
  return {
    line,
    dictionary: dictionaryOf(edition, documents, areas),
    freeId: (wish, also) => freeId(wish, (id) => ids.has(id) || (also?.has(id) ?? false)),
    isReadElsewhere: (fact, rules) =>
      readers.some((reader) => reader.fact === fact && !(reader.rule !== undefined && rules.includes(reader.rule))),
  };
}

const LONGEST = 74;

/** The wish as an id, with a number where it is taken. */
function freeId(wish: string, taken: (id: string) => boolean): string {
  const clean = wish
    .replace(/[^A-Za-z0-9-]/gu, '')
    .replace(/-+/gu, '-')
    .replace(/^[-0-9]+|-$/gu, '');
  const start = (clean.charAt(0).toLowerCase() + clean.slice(1)).slice(0, LONGEST).replace(/-$/u, '') || 'item';
  const joint = start.includes('-') ? '-' : '';
  let id = start;
  for (let number = 2; taken(id); number += 1) id = `${start}${joint}${number}`;
  return id;
}

/** Whatever is called an id in the documents, and the facts of the edition. */
function idsIn(documents: Documents, edition: Edition): Set<string> {
  const ids = new Set([...edition.facts.keys(), ...edition.derived.keys(), ...edition.lists.keys()]);
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'id' && typeof inner === 'string') ids.add(inner);
      if (key === 'properties' && typeof inner === 'object' && inner !== null)
        for (const name of Object.keys(inner)) ids.add(name);
      collect(inner);
    }
  };
  for (const [path, value] of Object.entries(documents)) if (!path.endsWith('.jsonl')) collect(value);
  return ids;
}
