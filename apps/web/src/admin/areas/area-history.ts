/** Owns telling what happened to an area: one sentence for everything that became different. */
import type { Area, AreaEvent } from '@yimen/contracts';
import type { Language } from '../../language';

/** The message of a sentence below `areas.event`, and what it names. */
export interface Sentence {
  readonly key: string;
  readonly before?: string;
  readonly after?: string;
}

/** The words for ids and types. */
export interface Words {
  readonly language: Language;
  readonly area: (id: string) => string;
  readonly type: (type: Area['type']) => string;
}

export function sentences({ before, after }: Pick<AreaEvent, 'before' | 'after'>, words: Words): Sentence[] {
  const now = after as Area;
  if (!before) return [begun(now, words)];
  const was = before as Area;
  const told = [...named(was, now, words), ...placed(was, now, words), ...coded(was, now), ...lasting(was, now, words)];
  return told.length > 0 ? told : [{ key: 'edited' }];
}

const begun = ({ opened, parent }: Area, { area }: Words): Sentence => {
  const key = opened ? 'opened' : 'entered';
  return parent === null ? { key } : { key: `${key}Below`, after: area(parent) };
};

function* named(was: Area, now: Area, { language, type }: Words): Generator<Sentence> {
  if (was.name.zh !== now.name.zh) {
    const shown = was.name[language] === now.name[language] ? 'zh' : language;
    yield { key: 'renamed', before: was.name[shown], after: now.name[shown] };
  } else if (was.name.en !== now.name.en) yield { key: 'english', before: was.name.en, after: now.name.en };
  if (was.type !== now.type) yield { key: 'retyped', before: type(was.type), after: type(now.type) };
}

function* placed(was: Area, now: Area, { area }: Words): Generator<Sentence> {
  if (was.parent !== now.parent)
    yield { key: 'moved', before: was.parent ? area(was.parent) : '—', after: now.parent ? area(now.parent) : '—' };
}

/** Closing ends the codes, which goes without saying. */
function* coded(was: Area, now: Area): Generator<Sentence> {
  if (now.closed !== was.closed || JSON.stringify(was.codes) === JSON.stringify(now.codes)) return;
  const [before, after] = [lastCode(was), lastCode(now)];
  yield before === after ? { key: 'codeDays' } : { key: 'recoded', before: before ?? '—', after: after ?? '—' };
}

const lastCode = ({ codes }: Area): string | undefined => codes.find(({ until }) => until === null)?.code;

function* lasting(was: Area, now: Area, { area }: Words): Generator<Sentence> {
  if (was.opened !== now.opened) yield { key: 'openedOn', before: was.opened ?? '—', after: now.opened ?? '—' };
  if (now.mergedInto !== null && was.mergedInto !== now.mergedInto)
    yield { key: 'merged', after: area(now.mergedInto) };
  else if (was.closed !== now.closed) yield { key: now.closed === null ? 'reopened' : 'closed' };
}
