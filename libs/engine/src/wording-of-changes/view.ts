/** Owns one state of an edition's documents as the words of changes need it. */
import {
  type DocumentKind,
  type Documents,
  editionFromDocuments,
  editionIds,
  kindOfContent,
  kindOfPath,
  type LocalizedText,
  pointerOf,
  type Step,
  valueAt,
} from '@yimen/config';
import { type AreaNames, type Dictionary, dictionaryOf, type FactEntry } from '../wording/dictionary.js';
import { roughDictionary } from './rough-dictionary.js';
import { ownAt, textIn } from './text.js';

export interface View {
  readonly documents: Documents;
  /** What can be told without typing formulas. */
  readonly names: Dictionary;
  /** The types of computed facts too, where the documents make an edition. */
  readonly dictionary: () => Dictionary;
}

/** The state of documents; `other` is the state before or after, whose types help out where this one is broken. */
export function viewOf(documents: Documents, other?: () => Dictionary | undefined, areas?: AreaNames): View {
  const names = { ...roughDictionary(documents), areas };
  let made: Dictionary | undefined;
  const dictionary = (): Dictionary => {
    made ??= { ...(typedDictionary(documents) ?? withTypesOf(names, other?.())), areas };
    return made;
  };
  return { documents, names, dictionary };
}

/** The dictionary of the edition that documents make, if they do. */
export function typedDictionary(documents: Documents): Dictionary | undefined {
  const [id] = editionIds(Object.keys(documents));
  const read = id === undefined ? undefined : editionFromDocuments(id, documents);
  return read?.ok ? dictionaryOf(read.edition) : undefined;
}

function withTypesOf(names: Dictionary, other: Dictionary | undefined): Dictionary {
  const known = (entry: FactEntry): FactEntry => {
    const type = entry.type ?? other?.facts.get(entry.id)?.type;
    return type ? { ...entry, type } : entry;
  };
  return { ...names, facts: new Map([...names.facts].map(([id, entry]) => [id, known(entry)])) };
}

export const kindOf = ({ documents }: View, document: string): DocumentKind | undefined =>
  kindOfPath(document) ?? kindOfContent(documents[document]);

/** The value at a path of a document, and only there. */
export function foundAt({ documents }: View, document: string, path: readonly Step[]): unknown {
  const content = documents[document];
  const pointer = pointerOf(content, path);
  if (path.length > 0 && pointer === pointerOf(content, path.slice(0, -1))) return undefined;
  return valueAt(content, pointer);
}

/** The title of the document of a kind with an id. */
export function documentTitle(view: View, kind: DocumentKind, id: string): LocalizedText | undefined {
  const found = Object.entries(view.documents).find(
    ([path, content]) => kindOf(view, path) === kind && ownAt(content, 'id') === id,
  );
  return found && textIn(ownAt(found[1], 'title'));
}

/** The manifest, or undefined. */
export const manifestOf = (view: View): unknown =>
  Object.entries(view.documents).find(([path]) => kindOf(view, path) === 'edition')?.[1];
