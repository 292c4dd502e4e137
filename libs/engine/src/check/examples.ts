/** Owns a text in every format that questions ask for, so that what a proof shows is an answer a form takes. */
import { type BaseFact, type FormatId, formats } from '@yimen/config';
import type { Cuts } from './cuts.js';
import { type Region, regionOf } from './regions.js';

/** The identity number is of a place that there is not. */
const examples: Readonly<Record<FormatId, string>> = {
  'id-number': '999999200001010011',
  phone: '13000000000',
  date: '2000-01-01',
  file: '00000000-0000-4000-8000-000000000000',
  area: 'anywhere',
};

/** The region of a question; where nothing reads its text, one that has the format asked for. */
export function regionOfQuestion({ id, type, format }: BaseFact, cuts: Cuts): Region {
  const free = type.kind === 'text' && format !== undefined && !cuts.read.has(id);
  if (free) return { answers: [examples[format]], complete: true };
  const region = regionOf(id, type, cuts);
  return format === 'area' ? { ...region, answers: areasBeside(cuts.constants.get(id) ?? new Set()) } : region;
}

/** The areas that rules name and two that are none of them, so that every answer is written as a form takes it. */
function areasBeside(constants: ReadonlySet<unknown>): readonly unknown[] {
  const named = [...constants].filter((each) => typeof each === 'string' && formats.area.check(each));
  const other = (id: string): string => (constants.has(id) ? other(`${id}-x`) : id);
  return [other(examples.area), other('elsewhere'), ...named];
}
