/** Owns taking something out of an edition together with what only it used. Pure. */
import { itemsOf, type LocalizedText, type RollOverItem, removedAt } from '@yimen/config';
import { readersIn } from '@yimen/engine/editing';
import { documentsOf, listed, manifestOf } from '../draft/documents';
import type { Documents } from '../draft/draft-state';
import { everyQuestion, titleOf } from '../draft/question-places';

export type Retirement =
  | {
      readonly ok: true;
      readonly documents: Documents;
      /** What is taken out: the item, or what it would have left empty. */
      readonly item: RollOverItem;
      /** Formulas that go along: nothing else reads them. */
      readonly formulas: readonly LocalizedText[];
      /** Questions that stay, though nothing reads their answers any more. */
      readonly idle: readonly LocalizedText[];
    }
  /** Something uses it: who. */
  | { readonly ok: false; readonly users: readonly LocalizedText[] };

/** The documents without an item. A list that is used stays; what would hold nothing any more goes too. */
export function retired(documents: Documents, edition: string, key: string): Retirement {
  const items = itemsOf(documents);
  const asked = items.find((item) => item.key === key);
  if (!asked) return { ok: false, users: [] };
  if (asked.kind === 'list') {
    const users = usersOfList(documents, edition, asked.id);
    if (users.length > 0) return { ok: false, users };
  }
  const item = outermost(asked, items);
  const { documents: after, formulas } = withoutIdleFormulas(documents, withoutItem(documents, edition, item));
  return { ok: true, documents: after, item, formulas, idle: idleQuestions(documents, after) };
}

/** The item, or the indicator or category that would be empty without it. */
function outermost(item: RollOverItem, items: readonly RollOverItem[]): RollOverItem {
  if (item.kind !== 'line' && item.kind !== 'indicator') return item;
  const siblings = items.filter(({ kind, parent }) => kind === item.kind && parent === item.parent);
  const parent = items.find(({ key }) => key === item.parent);
  return siblings.length > 1 || !parent ? item : outermost(parent, items);
}

function withoutItem(documents: Documents, edition: string, { kind, id, document, pointer }: RollOverItem): Documents {
  if (kind !== 'category') return { ...documents, [document]: removedAt(documents[document], pointer) };
  const { [document]: _, ...rest } = documents;
  const manifest = manifestOf(edition, rest);
  const categories = listed(manifest.value.categories).filter((each) => each !== id);
  return { ...rest, [manifest.document]: { ...manifest.value, categories } };
}

/** Without the formulas that something read before and nothing reads now, nor what only those read. */
function withoutIdleFormulas(
  before: Documents,
  after: Documents,
): { readonly documents: Documents; readonly formulas: readonly LocalizedText[] } {
  const idle = idleIn(before, after);
  const gone = documentsOf(after, 'facts').flatMap(({ document, value }) =>
    listed(value.facts).flatMap(({ id, title }, index) => (idle.has(id) ? [{ document, index, title }] : [])),
  );
  if (gone.length === 0) return { documents: after, formulas: [] };
  let cut = after;
  for (const { document, index } of [...gone].reverse())
    cut = { ...cut, [document]: removedAt(cut[document], `/facts/${index}`) };
  const { documents, formulas } = withoutIdleFormulas(after, cut);
  return { documents, formulas: [...gone.map(({ title }) => inBoth(title)), ...formulas] };
}

/** What was read before and is not read now. */
function idleIn(before: Documents, after: Documents): Set<string> {
  const readNow = new Set(readersIn(after).map(({ fact }) => fact));
  return new Set(
    readersIn(before)
      .map(({ fact }) => fact)
      .filter((fact) => !readNow.has(fact)),
  );
}

function idleQuestions(before: Documents, after: Documents): LocalizedText[] {
  const idle = idleIn(before, after);
  return everyQuestion(after).flatMap(({ form, id, question }) => (idle.has(id) ? [titleOf(form, id, question)] : []));
}

/** What a list is used by: questions, columns of other lists, formulas. */
function usersOfList(documents: Documents, edition: string, id: string): LocalizedText[] {
  const asking = everyQuestion(documents)
    .filter(({ question }) => JSON.stringify(question).includes(`"list:${id}"`))
    .map(({ form, id: asked, question }) => titleOf(form, asked, question));
  const own = Object.fromEntries(Object.entries(documents).filter(([path]) => path.startsWith(`rules/${edition}/`)));
  const lists = documentsOf(own, 'lists').flatMap(({ value }) =>
    listed(value.lists)
      .filter((list) => list.id !== id && listed(list.columns).some((column) => column.list === id))
      .map(({ title }) => inBoth(title)),
  );
  const named = new RegExp(`[(（]\\s*${id}\\s*[,，]`, 'u');
  const formulas = documentsOf(own, 'facts').flatMap(({ value }) =>
    listed(value.facts)
      .filter(({ formula }) => named.test(formula))
      .map(({ title }) => inBoth(title)),
  );
  return [...asking, ...lists, ...formulas];
}

const inBoth = (text: { readonly zh: string; readonly en?: string } | undefined): LocalizedText => ({
  zh: text?.zh ?? '',
  en: text?.en ?? text?.zh ?? '',
});
