/** Owns what the annex says of how each line is scored: what its rules mean, in sentences. */
import type { Edition } from '@yimen/config';
import { type AreaNames, contextOf, describeLine, linesIn } from '@yimen/engine/editing';
import type { Lang } from './documents.js';

type LineDeclaration = Parameters<typeof describeLine>[0];

/** The sentences of each line by its id, one below the other. */
export function scoringMethods(edition: Edition, lang: Lang, areas?: AreaNames): ReadonlyMap<string, string> {
  const lines = linesIn(edition.documents, edition.id).map(({ line }) => line);
  const [first] = lines;
  if (!first) return new Map();
  // A line's own context differs in the line alone, which `describeLine` puts in.
  const context = contextOf(edition.documents, edition, first, areas);
  return new Map(
    lines.map((line) => {
      const sentences = describeLine(line, context).map((sentence) => sentence[lang]);
      return [line.id, written(told(line, sentences), lang)];
    }),
  );
}

/** What is said first, that a line starts in full, stands in the column of points. */
const told = ({ starts }: LineDeclaration, sentences: readonly string[]): readonly string[] =>
  starts === 'full' && sentences.length > 1 ? sentences.slice(1) : sentences;

function written(sentences: readonly string[], lang: Lang): string {
  const [end, dot] = lang === 'zh' ? ['；', '.'] : ['.', '. '];
  const last = lang === 'zh' ? '。' : '.';
  return sentences
    .map((sentence, index) => {
      const number = sentences.length > 1 ? `${index + 1}${dot}` : '';
      return number + sentence + (index + 1 < sentences.length ? end : last);
    })
    .join('\n');
}
