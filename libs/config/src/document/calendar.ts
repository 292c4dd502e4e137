/** Owns the shape of `calendar` documents: days off and days worked instead, year by year. */
import * as z from 'zod';
import { date, id, plain, text } from './text.js';

const year = z.strictObject({
  year: z.int().min(1949).max(9999),
  notice: z.strictObject({ title: plain, number: plain, date }),
  holidays: z.array(z.strictObject({ name: text, days: z.array(date).min(1, 'empty-list') })),
  workdays: z.array(date),
});

export const calendarDocument = z.strictObject({
  $schema: z.string().exactOptional(),
  id,
  title: text,
  years: z.array(year).min(1, 'empty-list'),
});

export type CalendarDocument = z.output<typeof calendarDocument>;
export type CalendarYearDeclaration = z.output<typeof year>;
