/** Owns texts in somebody's own words that the audit trail keeps for ever: they hold nothing that tells of a person. */
import { formatsWithin, type LocalizedText } from '@yimen/config';
import * as z from 'zod';

/** What an issue of a schema carries where the schema itself has the words, in both languages. */
export interface SaidIssue {
  readonly code: string;
  readonly message: LocalizedText;
}

/** What is wrong with such a text: each kind of number that tells of a person. */
export const personalWithin = (text: string): SaidIssue[] =>
  formatsWithin(text).map(({ label }) => ({
    code: 'personal-data',
    message: {
      zh: `请去掉${label.zh}：这段文字会永久留在操作记录里，不能删改`,
      en: `Take the ${label.en} out: the audit trail keeps this text for ever and nothing can be deleted from it`,
    },
  }));

/** A schema of such texts, so many characters long. */
export const freeText = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .check(({ value, issues }) => {
      for (const said of personalWithin(value)) issues.push({ code: 'custom', input: value, params: { said } });
    });
