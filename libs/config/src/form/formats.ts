/** Owns the text formats a question may ask for, each with its check. */
import type { LocalizedText } from '../issue.js';
import { isAreaId } from './areas.js';

/** A format: what `format` names it, what people call it, whether a text has it. */
export interface Format {
  readonly id: string;
  readonly label: LocalizedText;
  readonly check: (text: string) => boolean;
  /** What is shown of a personal answer: enough to recognise it by, not enough to use it. */
  readonly mask: (text: string) => string;
  /** For a text that is one person's alone, the same whatever way it is written; a record can be found by it. */
  readonly identity?: (text: string) => string;
  /** For what tells of one person: whether a longer text holds one, its groups parted by spaces, or with a slip in it. */
  readonly within?: (text: string) => boolean;
}

export const formatIds = ['id-number', 'phone', 'date', 'file', 'area'] as const;

export type FormatId = (typeof formatIds)[number];

/** Every format by id; pure, so that the same check serves a form in the browser. */
export const formats: Readonly<Record<FormatId, Format>> = {
  'id-number': {
    id: 'id-number',
    label: { zh: '身份证号码', en: 'resident identity number' },
    check: isIdNumber,
    mask: (text) => covered(text, 3, 4),
    identity: (text) => text.toUpperCase(),
    within: holdsIdNumber,
  },
  phone: {
    id: 'phone',
    label: { zh: '电话号码', en: 'telephone number' },
    check: isPhone,
    mask: maskPhone,
    within: holdsPhone,
  },
  date: { id: 'date', label: { zh: '日期', en: 'date' }, check: isDate, mask: (text) => covered(text, 0, 0) },
  file: { id: 'file', label: { zh: '文件', en: 'file' }, check: isFileId, mask: (text) => covered(text, 0, 0) },
  area: { id: 'area', label: { zh: '区域', en: 'area' }, check: isAreaId, mask: (text) => covered(text, 0, 0) },
};

/** A personal answer without a format: a text shows its first character, anything else nothing. */
export const maskAnswer = (answer: unknown): string => (typeof answer === 'string' ? covered(answer, 1, 0) : '***');

/** The formats of which a text in somebody's own words holds one, however its digits are written and grouped. */
export function formatsWithin(text: string): Format[] {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s.\-‐-―·]/gu, ' ');
  return Object.values(formats).filter(({ within }) => within?.(plain));
}

/** A text of which only so many characters at both ends are shown, and of a short one none. */
function covered(text: string, start: number, end: number): string {
  const characters = [...text];
  const hidden = characters.length - start - end;
  if (hidden < 1) return '*'.repeat(Math.max(3, characters.length));
  return [
    ...characters.slice(0, start),
    '*'.repeat(Math.min(hidden, 11)),
    ...characters.slice(characters.length - end),
  ].join('');
}

/** The last four digits, and the first three of a mobile number. */
function maskPhone(text: string): string {
  return covered(text, /^1\d{10}$/u.test(text) ? 3 : 0, 4);
}

/** Powers of two modulo 11, from the first digit to the last before the check digit. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const checkDigits = '10X98765432';

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** GB 11643: six digits of place, a birth date, three of order, a check digit modulo 11. */
function isIdNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(text)) return false;
  if (!holdsBirthDate(text)) return false;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  return checkDigits[sum % 11] === text[17]?.toUpperCase();
}

function holdsBirthDate(text: string): boolean {
  const year = Number(text.slice(6, 10));
  return year >= 1800 && isDay(year, Number(text.slice(10, 12)), Number(text.slice(12, 14)));
}

/** A mainland mobile number, or a landline with or without its area code and extension. */
function isPhone(text: string): boolean {
  return /^(?:\+86[- ]?)?1[3-9]\d{9}$/.test(text) || /^(?:0\d{2,3}[- ]?)?[2-9]\d{6,7}(?:-\d{1,6})?$/.test(text);
}

/** 18 digits, perhaps in groups, with a birth date where one stands; the check digit may be mistyped. The 15 of before 1999. */
function holdsIdNumber(text: string): boolean {
  const now = text.match(/(?<!\d)[1-9](?: ?\d){16} ?[\dX](?!\d)/giu) ?? [];
  const then = text.match(/(?<!\d)[1-9]\d{14}(?!\d)/gu) ?? [];
  return [...now, ...then.map((each) => `${each.slice(0, 6)}19${each.slice(6)}`)]
    .map((each) => each.replaceAll(' ', ''))
    .some(holdsBirthDate);
}

/** A mobile number, perhaps in groups, or a landline with its area code: without one it may be any other number. */
function holdsPhone(text: string): boolean {
  const mobile = /(?<!\d)(?:(?:\+|00)?86 ?)?1[3-9]\d(?: ?\d{4} ?\d{4}|\d \d{3} \d{4}| \d{3} \d{5})(?!\d)/u;
  const landline = /(?<!\d)0\d{2,3}\)? ?[2-9]\d{6,7}(?!\d)/u;
  return mobile.test(text) || landline.test(text);
}

/** The id of an uploaded file: a UUID. Whether there is such a file is known where files are kept. */
function isFileId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** A day that exists, as `2014-08-13`. */
function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function isDay(year: number, month: number, day: number): boolean {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (daysInMonth[month - 1] ?? 0) + (leap ? 1 : 0);
}
