/** Owns the text formats a question may ask for, each with its check. */
import type { LocalizedText } from '../issue.js';

/** A format: what `format` names it, what people call it, whether a text has it. */
export interface Format {
  readonly id: string;
  readonly label: LocalizedText;
  readonly check: (text: string) => boolean;
}

export const formatIds = ['id-number', 'phone', 'date'] as const;

export type FormatId = (typeof formatIds)[number];

/** Every format by id; pure, so that the same check serves a form in the browser. */
export const formats: Readonly<Record<FormatId, Format>> = {
  'id-number': { id: 'id-number', label: { zh: '身份证号码', en: 'resident identity number' }, check: isIdNumber },
  phone: { id: 'phone', label: { zh: '电话号码', en: 'telephone number' }, check: isPhone },
  date: { id: 'date', label: { zh: '日期', en: 'date' }, check: isDate },
};

const checkDigits = '10X98765432';

/** GB 11643: six digits of place, a birth date, three of order, a check digit modulo 11. */
function isIdNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(text)) return false;
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (!isDate(birth) || Number(text.slice(6, 10)) < 1800) return false;
  let sum = 0;
  for (let place = 0; place < 17; place += 1) sum += Number(text[place]) * (2 ** (17 - place) % 11);
  return checkDigits[sum % 11] === text[17]?.toUpperCase();
}

/** A mainland mobile number, or a landline with or without its area code and extension. */
function isPhone(text: string): boolean {
  return /^(?:\+86[- ]?)?1[3-9]\d{9}$/.test(text) || /^(?:0\d{2,3}[- ]?)?[2-9]\d{6,7}(?:-\d{1,6})?$/.test(text);
}

/** A day that exists, as `2014-08-13`. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
