/** Owns what is said of an array of words or ids: what came into it, what went, what moved. */
import type { Change, LocalizedText, Step } from '@yimen/config';
import { nameOf } from './name.js';
import { type Place, placeOf } from './place.js';
import { changed, labelled, type States } from './tell.js';
import { calledById, joined, listedTexts, pause, phrases, same, wordOf } from './text.js';
import { foundAt, type View } from './view.js';

/** The words of changes of the items of one array. */
export function sayItems(path: readonly Step[], changes: readonly Change[], states: States) {
  const [{ document }] = changes as [Change];
  const place = placeOf(states.after, document, path);
  const { crumbs, field } = place;
  const what = phrases([
    ...(['added', 'removed', 'moved'] as const).flatMap((kind) => namedBy(kind, changes, place, states)),
    // Something of a shape that the language does not know took its place.
    ...(changes.some(({ kind }) => kind === 'changed') ? [changed] : []),
  ]);
  if (!field) return { crumbs, what };
  return crumbs.length > 0 ? { crumbs, what: labelled(field.label, what, true) } : { crumbs: [field.label], what };
}

const verbs: Readonly<Record<'added' | 'removed' | 'moved', LocalizedText>> = {
  added: { zh: '新增 ', en: 'added ' },
  removed: { zh: '删去 ', en: 'removed ' },
  moved: { zh: '移动 ', en: 'moved ' },
};

/** The items of one kind of change after its verb, or nothing. */
function namedBy(kind: keyof typeof verbs, changes: readonly Change[], place: Place, states: States): LocalizedText[] {
  const view = kind === 'removed' ? states.before : states.after;
  const names = changes
    .filter((change) => change.kind === kind)
    .map((change) => {
      const name = itemName(change, place, view);
      return kind === 'moved' ? behind(name, change, place, view) : name;
    });
  return names.length > 0 ? [joined([verbs[kind], joined(names, pause)], same(''))] : [];
}

function itemName({ document, path, before, after }: Change, { field, keys }: Place, view: View): LocalizedText {
  const id = wordOf(after ?? before ?? foundAt(view, document, path));
  return field?.item?.(id, view) ?? listedTexts([nameOf(view, keys.at(-1) ?? '', id, id) ?? calledById(id)]);
}

/** Where an item now stands. */
function behind(name: LocalizedText, change: Change, place: Place, view: View): LocalizedText {
  const { document, path } = change;
  if (typeof change.behind !== 'string') return { zh: `${name.zh}到最前`, en: `${name.en} to the front` };
  const beside: Change = { kind: 'moved', document, pointer: '', path: [...path.slice(0, -1), { id: change.behind }] };
  const neighbour = itemName(beside, place, view);
  return { zh: `${name.zh}到${neighbour.zh}之后`, en: `${name.en} behind ${neighbour.en}` };
}
