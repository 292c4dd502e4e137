/** Owns what things of an edition are called. */
import type { LocalizedText } from '@yimen/config';
import { calledById, ownAt, textIn } from './text.js';
import { documentTitle, type View } from './view.js';

/** The name of a thing by what holds it; undefined where the thing needs none to be found. */
export function nameOf(
  view: View,
  holder: string,
  id: string,
  value: unknown,
  crumbs: readonly LocalizedText[] = [],
): LocalizedText | undefined {
  switch (holder) {
    case 'rules':
      return ruleName(value);
    case 'schema':
    case 'answers':
    case 'uiSchema':
      return factName(view, id);
    case 'texts':
      return factName(view, id.split('.')[0] ?? id);
    case 'columns of rows':
      return columnName(view, id, value, crumbs);
    case 'expected lines':
      return lineName(view, id);
    case 'years':
      return { zh: `${id}年`, en: id };
    case 'holidays':
      return textIn(ownAt(value, 'name')) ?? calledById(id);
    case 'allOf':
      return undefined;
    case 'oneOf':
      return optionName(view, id, value);
    default:
      return textIn(ownAt(value, 'title')) ?? itemName(view, holder, id);
  }
}

/** An item of an array of ids. */
function itemName(view: View, holder: string, id: string): LocalizedText {
  if (['questions', 'needs', 'required'].includes(holder)) return factName(view, id);
  if (holder === 'categories') return documentTitle(view, 'category', id) ?? calledById(id);
  if (holder === 'forms') return documentTitle(view, 'form', id) ?? calledById(id);
  return calledById(id);
}

const factName = ({ names }: View, id: string): LocalizedText => names.facts.get(id)?.title ?? calledById(id);

/** A rule is known by its reason; what is computed in it is left open. */
function ruleName(value: unknown): LocalizedText {
  const reason = textIn(ownAt(value, 'reason')) ?? textIn(ownAt(value, 'clause'));
  const open = (words: string): string => words.replace(/\{[^{}]*\}/gu, '…');
  if (!reason) return { zh: '规则', en: 'rule' };
  return { zh: `规则“${open(reason.zh)}”`, en: `rule "${open(reason.en)}"` };
}

function columnName(view: View, id: string, value: unknown, crumbs: readonly LocalizedText[]): LocalizedText {
  const question = [...view.names.facts.values()].find(({ title }) => title.zh === crumbs.at(-1)?.zh);
  const columns = question?.type?.kind === 'rows' ? question.type.columns : undefined;
  return columns?.get(id)?.title ?? textIn(ownAt(value, 'title')) ?? calledById(id);
}

function optionName({ names }: View, id: string, value: unknown): LocalizedText {
  const list = ownAt(value, '$ref');
  if (typeof list === 'string') return names.lists.get(list.replace(/^list:/, ''))?.title ?? calledById(id);
  const titles = [...names.facts.values()].flatMap(({ type }) =>
    type?.kind === 'choice' || type?.kind === 'checklist' ? type.choices : [],
  );
  const own = textIn(ownAt(value, 'title'));
  return titles.find((choice) => choice.id === id && choice.title.zh === own?.zh)?.title ?? own ?? calledById(id);
}

function lineName({ documents }: View, id: string): LocalizedText {
  for (const content of Object.values(documents)) {
    const indicators = ownAt(content, 'indicators');
    const lines = Array.isArray(indicators) ? indicators.flatMap((each) => ownAt(each, 'lines') ?? []) : [];
    const title = textIn(
      ownAt(
        lines.find((line: unknown) => ownAt(line, 'id') === id),
        'title',
      ),
    );
    if (title) return title;
  }
  return calledById(id);
}
