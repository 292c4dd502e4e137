/** Owns what the place of a change is called: the titles on the way to it, and the field it is in. */
import type { LocalizedText, Step } from '@yimen/config';
import { type Field, fieldIn } from './fields.js';
import { nameOf } from './name.js';
import * as print from './print.js';
import { arrayAt, calledById, ownAt, quotedText, textIn, wordOf } from './text.js';
import { foundAt, kindOf, type View } from './view.js';

export interface Place {
  /** Titles from the outermost to the innermost. */
  readonly crumbs: readonly LocalizedText[];
  /** What holds the keys that are left: an array, an object, or a kind of document. */
  readonly holder: string;
  /** The keys below it; empty: the place is the thing itself. */
  readonly keys: readonly string[];
  readonly field?: Field;
}

interface Walk {
  readonly view: View;
  readonly document: string;
  readonly path: readonly Step[];
}

/** The words of a place in a state of the documents where it is there. */
export function placeOf(view: View, document: string, path: readonly Step[]): Place {
  const kind = kindOf(view, document) ?? 'other';
  const title = kind === 'category' || kind === 'form' ? textIn(ownAt(view.documents[document], 'title')) : undefined;
  let place: Place = { crumbs: title ? [title] : [], holder: kind, keys: [] };
  for (const index of path.keys()) place = further(place, { view, document, path: path.slice(0, index + 1) });
  const field = fieldAt(place, { view, document, path });
  return field ? { ...place, field } : place;
}

function further({ crumbs, holder, keys }: Place, walk: Walk): Place {
  const step = walk.path.at(-1) as Step;
  const value = foundAt(walk.view, walk.document, walk.path);
  const holding = 'id' in step ? (keys.at(-1) ?? 'cases') : holderIn(holder, keys);
  if (holding === undefined) return { crumbs, holder, keys: 'key' in step ? [...keys, step.key] : keys };
  const name = nameOf(walk.view, holding, 'id' in step ? step.id : step.key, value, crumbs);
  return { crumbs: name ? [...crumbs, name] : crumbs, holder: holding, keys: [] };
}

/** Objects whose keys are ids of things; undefined where a key is only a key. */
function holderIn(holder: string, keys: readonly string[]): string | undefined {
  const last = keys.at(-1);
  if (holder === 'desk' && last === 'dispositions') return 'dispositions';
  if (last === 'properties') return holder === 'schema' ? 'columns of rows' : 'schema';
  if (holder === 'form' && (last === 'texts' || last === 'uiSchema')) return last;
  if (holder !== 'cases' || keys.length === 0) return undefined;
  if (keys[0] !== 'expect') return 'answers';
  return last === 'lines' ? 'expected lines' : undefined;
}

/** The field of a place; a list's own columns and a case's answers are fields of their own. */
function fieldAt({ holder, keys }: Place, { view, document, path }: Walk): Field | undefined {
  if (holder === 'schema' && keys.join('.') === 'items.required') return neededColumns(view, path);
  if (holder === 'columns of rows') return fieldIn('schema', keys);
  if (keys.length === 0) return ofOneThing(holder, path);
  return (
    fieldIn(holder, keys) ?? (holder === 'rows' && keys.length === 1 ? cellField(view, document, path) : undefined)
  );
}

/** Of things that are a value themselves. */
function ofOneThing(holder: string, path: readonly Step[]): Field | undefined {
  const last = path.at(-1);
  if (holder === 'answers' && last && 'key' in last)
    return { label: { zh: '回答', en: 'answer' }, print: print.answerTo(last.key) };
  if (holder === 'expected lines') return { label: { zh: '应得分', en: 'expected points' }, print: print.plain };
  if (holder === 'uiSchema') return { label: { zh: '显示方式', en: 'how it is shown' }, print: () => undefined };
  return undefined;
}

/** Which columns of a question's rows must be filled. */
function neededColumns({ names }: View, [, question]: readonly Step[]): Field {
  const type = question && 'id' in question ? names.facts.get(question.id)?.type : undefined;
  const columns = type?.kind === 'rows' ? type.columns : undefined;
  const item = (id: unknown): LocalizedText => quotedText(columns?.get(wordOf(id))?.title ?? calledById(id));
  return { label: { zh: '必填的列', en: 'columns to be filled' }, print: print.each(item), item };
}

/** The cell of a list's column. */
function cellField(view: View, document: string, path: readonly Step[]): Field | undefined {
  const at = path.findIndex((step) => 'key' in step && step.key === 'rows');
  const [last] = path.slice(at + 2);
  if (at < 0 || !last || !('key' in last)) return undefined;
  const list = foundAt(view, document, path.slice(0, at));
  const column = arrayAt(list, 'columns').find((each) => ownAt(each, 'id') === last.key);
  const label = textIn(ownAt(column, 'title'));
  if (!label) return undefined;
  const row = print.rowOf(ownAt(column, 'list'));
  const type = ownAt(column, 'type');
  if (type === 'checklist') return { label, print: print.each(row), item: row };
  if (type === 'choice') return { label, print: row };
  return { label, print: type === 'boolean' ? print.yesNo : print.plain };
}
