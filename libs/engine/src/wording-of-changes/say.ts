/** Owns what is said of each bundle of changes. */
import type { Change, LocalizedText, Step } from '@yimen/config';
import type { Bundle, Telling } from './bundle.js';
import { bandWords, digestOf, ruleWords } from './digest.js';
import { sayItems } from './items.js';
import { type Place, placeOf } from './place.js';
import { questionText, stepOf } from './question.js';
import { added, changed, fieldChange, fromTo, movedBehind, removed, type States, withDetails } from './tell.js';
import { arrayAt, calledById, joined, listedTexts, ownAt, pause, phrases, textIn } from './text.js';
import { foundAt, type View } from './view.js';

/** What is said, and of what: titles from the outermost to the innermost. */
export interface Said {
  readonly change: Change;
  readonly crumbs: readonly LocalizedText[];
  readonly what: LocalizedText;
}

/** What differs inside the thing at a place from what it was before. */
export type Inside = (document: string, path: readonly Step[], before: unknown) => readonly LocalizedText[];

/** What is said of a bundle. */
export function sayBundle({ telling, changes }: Bundle, states: States, inside: Inside): Said {
  const change = leadOf(changes);
  if (telling.as === 'moved away') return { change, ...sayMove(changes, states, inside) };
  return { change, ...sayAs(telling, change, changes, states) };
}

/** The change that a bundle is about: the thing itself before what comes with it, what came before what went. */
function leadOf(changes: readonly Change[]): Change {
  const [first] = changes as [Change, ...Change[]];
  const whole = changes.find(({ path }) => path.length === 0 || (path.length === 2 && isSchema(path[0])));
  return whole ?? changes.find(({ kind }) => kind === 'added') ?? first;
}
const isSchema = (step: Step | undefined): boolean => step !== undefined && 'key' in step && step.key === 'schema';

type Words = Omit<Said, 'change'>;

function sayAs(
  telling: Exclude<Telling, { as: 'moved away' }>,
  change: Change,
  changes: readonly Change[],
  states: States,
): Words {
  const { document } = change;
  const view = viewFor(change, states);
  switch (telling.as) {
    case 'question text':
      return questionText(document, telling.part, telling.key, states);
    case 'question':
      return sayChange(change, states, stepWords(view, document, telling.id));
    case 'step': {
      const form = placeOf(view, document, [{ key: 'schema' }, { id: telling.id }]);
      return { crumbs: form.crumbs, what: movedTo(stepOf(states.after, document, telling.id)) };
    }
    case 'rule':
      return sayOfThing(telling.path, change, states, (value, at) =>
        ruleWords(value, { view: at, document, path: telling.path }),
      );
    case 'band':
      return sayOfThing(telling.path, change, states, bandWords);
    case 'asked':
      return sayAsked(changes, states);
    case 'items':
      return sayItems(telling.path, changes, states);
    case 'change':
      return sayChange(change, states);
  }
}

const viewFor = ({ kind }: Change, { before, after }: States): View => (kind === 'removed' ? before : after);

const movedTo = (step: LocalizedText | undefined): LocalizedText =>
  step ? { zh: `移动：到“${step.zh}”`, en: `moved to "${step.en}"` } : { zh: '移动', en: 'moved' };

const stepWords = (view: View, document: string, id: string): readonly LocalizedText[] => {
  const step = stepOf(view, document, id);
  return step ? [{ zh: `在“${step.zh}”`, en: `in "${step.en}"` }] : [];
};

/** A change by itself; `more` is told of what was added before what it holds. */
function sayChange(change: Change, states: States, more: readonly LocalizedText[] = []): Words {
  const { kind, document, path, before, after, behind } = change;
  const view = viewFor(change, states);
  const place = placeOf(view, document, path);
  if (kind === 'moved') return { crumbs: place.crumbs, what: movedBehind(behindName(view, change, behind)) };
  if (place.field) return sayField(place, change, states);
  if (kind === 'added')
    return { crumbs: place.crumbs, what: withDetails(added, [...more, ...digestOf(view, document, path, after)]) };
  if (kind === 'changed' || place.keys.length > 0) return { crumbs: place.crumbs, what: changed };
  return { crumbs: place.crumbs, what: withDetails(removed, lossOf(view, document, path, before)) };
}

/** Of what is gone its points are still told, and what went with it. */
function lossOf(view: View, document: string, path: readonly Step[], value: unknown): readonly LocalizedText[] {
  const { holder } = placeOf(view, document, path);
  const points = ['category', 'indicators', 'lines'].includes(holder)
    ? digestOf(view, document, path, value).slice(0, 1)
    : [];
  const inside = ['indicators', 'lines', 'steps']
    .flatMap((key) => arrayAt(value, key))
    .map((each) => textIn(ownAt(each, 'title')));
  const titles = inside.filter((title) => title !== undefined);
  return titles.length > 0 ? [...points, listedTexts(titles)] : points;
}

/** A field of something; of the edition itself the field is what the change is about. */
function sayField({ crumbs, field }: Place, { before, after }: Change, states: States): Words {
  if (!field) return { crumbs, what: changed };
  if (crumbs.length > 0) return { crumbs, what: fieldChange(field, before, after, states) };
  return { crumbs: [field.label], what: fieldChange({ ...field, alone: true }, before, after, states) };
}

function behindName(
  view: View,
  { document, path }: Change,
  behind: string | null | undefined,
): LocalizedText | undefined {
  if (behind === null || behind === undefined) return undefined;
  const beside = [...path.slice(0, -1), { id: behind }];
  return placeOf(view, document, beside).crumbs.at(-1) ?? calledById(behind);
}

/** What a thing says as a whole, before and after. */
function sayOfThing(
  path: readonly Step[],
  { document }: Change,
  states: States,
  words: (value: unknown, view: View) => LocalizedText,
): Words {
  const { before, after } = states;
  const { crumbs } = placeOf(after, document, path);
  return {
    crumbs,
    what: fromTo(words(foundAt(before, document, path), before), words(foundAt(after, document, path), after)),
  };
}

/** Questions that share what they are now asked under. */
function sayAsked(changes: readonly Change[], states: States): Words {
  const [first] = changes as [Change];
  const places = changes.map((change) => placeOf(viewFor(change, states), change.document, change.path));
  const names = places.flatMap(({ crumbs }) => crumbs.at(-1) ?? []);
  const { crumbs, what } = sayChange(first, states);
  return { crumbs: [...crumbs.slice(0, -1), joined(names, pause)], what };
}

/** A thing that went from one place to another: from where, and what else changed in it. */
function sayMove(changes: readonly Change[], states: States, inside: Inside): Words {
  const came = changes.find(({ kind }) => kind === 'added') as Change;
  const went = changes.find(({ kind }) => kind === 'removed') as Change;
  const from = placeOf(states.before, went.document, went.path).crumbs.at(-2);
  const { crumbs } = placeOf(states.after, came.document, came.path);
  const origin = from
    ? { zh: `从“${from.zh}”移来`, en: `moved here from "${from.en}"` }
    : { zh: '移来', en: 'moved here' };
  return { crumbs, what: phrases([origin, ...inside(came.document, came.path, went.before)]) };
}
