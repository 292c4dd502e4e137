/** Owns the titles of what an impact speaks of: results and causes, of the draft and of the versions of the records. */
import type { Edition, LocalizedText } from '@yimen/config';
import { type Program, rulesOf } from '@yimen/engine';

export interface Titled {
  readonly id: string;
  readonly title: LocalizedText;
}

/** Grades, the best first, or dispositions in their order; of versions that both know one, the first words it. */
export function resultsOf(editions: readonly Edition[]): Titled[] {
  const known = new Map<string, Titled & { readonly upTo: number }>();
  for (const edition of editions)
    for (const result of resultsIn(edition)) if (!known.has(result.id)) known.set(result.id, result);
  return [...known.values()].sort((a, b) => b.upTo - a.upTo).map(({ id, title }) => ({ id, title }));
}

const resultsIn = ({ standard, desk }: Edition): (Titled & { readonly upTo: number })[] => [
  ...(standard?.bands ?? []).map(({ id, title, upper }) => ({ id, title, upTo: upper.value })),
  ...[...(desk?.dispositions ?? [])].map(([id, { title }]) => ({ id, title, upTo: 0 })),
];

/** Lines or rules by id, in the order of the first version, then those that only later ones know. */
export function causesOf(programs: readonly Program[]): ReadonlyMap<string, LocalizedText> {
  const known = new Map<string, LocalizedText>();
  for (const program of programs)
    for (const { id, title } of causesIn(program)) if (!known.has(id)) known.set(id, title);
  return known;
}

const causesIn = (program: Program): Titled[] =>
  program.desk
    ? rulesOf(program).map(({ rule }) => ({ id: rule.id, title: reasonTitle(rule.reason, program.edition) }))
    : program.lines.map(({ line: { id, title } }) => ({ id, title }));

/** A rule's reason with the titles of its facts where their values will stand. */
function reasonTitle({ zh, en }: LocalizedText, edition: Edition): LocalizedText {
  const titleOf = (formula: string): LocalizedText | undefined =>
    (edition.facts.get(formula) ?? edition.derived.get(formula))?.title;
  const filled = (text: string, language: 'zh' | 'en'): string =>
    text.replaceAll(/\{([^{}]*)\}/gu, (_, formula: string) => titleOf(formula.trim())?.[language] ?? '…');
  return { zh: filled(zh, 'zh'), en: filled(en, 'en') };
}
