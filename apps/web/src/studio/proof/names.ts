/** Owns putting titles in the place of ids in messages about a draft. Pure. */
import { isObject, type LocalizedText } from '@yimen/config';
import type { Documents } from '../draft/draft-state';

type Names = ReadonlyMap<string, LocalizedText>;

/** Found once for documents that many parts of a page ask about. */
const known = new WeakMap<Documents, Names>();

/** What things of a draft are called, by their ids. */
export function namesIn(documents: Documents): Names {
  const names = known.get(documents) ?? found(documents);
  known.set(documents, names);
  return names;
}

function found(documents: Documents): Names {
  const names = new Map<string, LocalizedText>();
  for (const content of Object.values(documents)) if (!Array.isArray(content)) visit(content, undefined, names);
  return names;
}

function visit(value: unknown, key: string | undefined, names: Map<string, LocalizedText>): void {
  if (Array.isArray(value)) for (const each of value) visit(each, undefined, names);
  if (!isObject(value)) return;
  const id = typeof value.id === 'string' ? value.id : key;
  const title = textIn(value.title) ?? reasonIn(value.reason);
  if (id !== undefined && title && !names.has(id)) names.set(id, title);
  for (const [inner, each] of Object.entries(value)) visit(each, inner, names);
}

function textIn(value: unknown): LocalizedText | undefined {
  if (typeof value === 'string' && value !== '') return { zh: value, en: value };
  if (!isObject(value) || typeof value.zh !== 'string' || value.zh === '') return undefined;
  return { zh: value.zh, en: typeof value.en === 'string' && value.en !== '' ? value.en : value.zh };
}

/** A rule is known by its reason, what is computed in it left open. */
function reasonIn(value: unknown): LocalizedText | undefined {
  const reason = textIn(value);
  const open = (words: string): string => words.replace(/\{[^{}]*\}/gu, '…');
  return reason && { zh: open(reason.zh), en: open(reason.en) };
}

/** A message with titles for the ids that are quoted in it; in Chinese also for those that are listed behind a colon. */
export function named({ zh, en }: LocalizedText, names: Names): LocalizedText {
  const inChinese = (id: string): string => names.get(id)?.zh ?? id;
  return {
    zh: zh
      .replace(/“([A-Za-z][\w-]*)”/gu, (_, id: string) => `“${inChinese(id)}”`)
      .replace(/：([\w-]+(?:、[\w-]+)+)$/u, (_, ids: string) => `：${ids.split('、').map(inChinese).join('、')}`),
    en: en.replace(/"([A-Za-z][\w-]*)"/gu, (whole, id: string) => {
      const title = names.get(id)?.en;
      return title === undefined ? whole : `"${title}"`;
    }),
  };
}
