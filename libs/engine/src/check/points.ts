/** Owns the check that points add up: lines to indicators, indicators to categories, categories to the standard. */
import type { Issue } from '@yimen/config';
import { finding, hundredthsOf, manifestOf, type QuickCheck } from './subject.js';

interface Level {
  readonly title: string;
  readonly titleEn: string;
  readonly points: number;
  readonly document: string;
  readonly pointer: string;
}

export const checkPoints: QuickCheck = (subject) => {
  const { standard, title } = subject.edition;
  if (!standard) return [];
  const whole: Level = { title: title.zh, titleEn: title.en, points: standard.points, ...manifestOf(subject, '') };
  return [
    ...compare(whole, standard.categories),
    ...standard.categories.flatMap((category) => [
      ...compare(named(category), category.indicators),
      ...category.indicators.flatMap((indicator) => compare(named(indicator), indicator.lines)),
    ]),
  ];
};

const named = (level: {
  title: { zh: string; en: string };
  points: number;
  document: string;
  pointer: string;
}): Level => ({ ...level, title: level.title.zh, titleEn: level.title.en });

function compare(level: Level, parts: readonly { readonly points: number }[]): Issue[] {
  const sum = parts.reduce((total, part) => total + hundredthsOf(part.points), 0);
  if (sum === hundredthsOf(level.points)) return [];
  const at = { document: level.document, pointer: `${level.pointer}/points` };
  return [
    finding(
      'error',
      'points-do-not-add-up',
      at,
      `“${level.title}”为 ${level.points} 分，下面各项合计 ${sum / 100} 分`,
      `"${level.titleEn}" has ${level.points} points but its parts add up to ${sum / 100}`,
    ),
  ];
}
