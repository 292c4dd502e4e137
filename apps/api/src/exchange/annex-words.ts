/** Owns the words of a standard's annex that are not the edition's own. */
import type { Band } from '@yimen/config';
import type { StandardEdition } from './annex-rows.js';
import type { Lang } from './documents.js';

export const annexWords = {
  zh: {
    annex: '附件',
    full: (points: number) => `（总分：${points}分）`,
    worth: (points: number) => `（${points}分）`,
    total: '合计',
    notes: '注：',
    numberEnd: '. ',
    notesIndent: 420,
    page: ['— ', ' —'],
  },
  en: {
    annex: 'Annex',
    full: (points: number) => `(Full marks: ${points})`,
    worth: (points: number) => `(${points})`,
    total: 'Total',
    notes: 'Notes: ',
    numberEnd: '. ',
    notesIndent: 680,
    page: ['– ', ' –'],
  },
} as const;

/** The notes below the table: grades, what becomes of lines that do not apply, where it all comes from. */
export function annexNotes(edition: StandardEdition, lang: Lang): string[] {
  const { standard, note } = edition;
  const lines = standard.categories.flatMap(({ indicators }) => indicators.flatMap((indicator) => indicator.lines));
  const conditional = lines.some(({ appliesWhen }) => appliesWhen !== undefined);
  return [
    gradesIn[lang](standard.bands),
    ...(conditional ? [leftOutIn[lang](standard.points)] : []),
    sourceIn[lang](edition),
    ...(note ? [note[lang]] : []),
  ];
}

const gradesIn: Readonly<Record<Lang, (bands: readonly Band[]) => string>> = {
  zh: (bands) =>
    `评定等次：${bands
      .map(({ title, lower, upper }) => {
        const [from, upTo] = [lower, upper].map(({ value, inclusive }) => `${value}分（${inclusive ? '含' : '不含'}）`);
        return `${from}至${upTo}为${title.zh}`;
      })
      .join('；')}。`,
  en: (bands) =>
    `Grades: ${bands
      .map(({ title, lower, upper }) => {
        const from = `${lower.inclusive ? 'from' : 'above'} ${lower.value}`;
        return `${title.en}, ${from} ${upper.inclusive ? 'up to' : 'to below'} ${upper.value}`;
      })
      .join('; ')}.`,
};

const leftOutIn: Readonly<Record<Lang, (points: number) => string>> = {
  zh: (points) => `不适用的评分项不计分，其余评分项的得分按适用分值折算为${points}分制。`,
  en: (points) => `Items that do not apply are left out; the score of the others is converted to ${points} points.`,
};

const sourceIn: Readonly<Record<Lang, (edition: StandardEdition) => string>> = {
  zh: ({ source, effectiveFrom }) =>
    `依据《${source.title.zh}》（${source.number}）制定，自${dayIn(effectiveFrom, 'zh')}起施行。`,
  en: ({ source, effectiveFrom }) =>
    `Made under "${source.title.en}" (${source.number}); in force from ${dayIn(effectiveFrom, 'en')}.`,
};

const DAYS = {
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
} as const;

/** A day as documents write it: 2014年8月13日. */
const dayIn = (day: string, lang: Lang): string => DAYS[lang].format(new Date(`${day}T00:00:00Z`));
