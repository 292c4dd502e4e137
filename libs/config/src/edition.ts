/** Owns the whole of an edition: the unit that is drafted, published, pinned and reused. */
import type { Condition, Rule } from './document/rule.js';
import type { BaseFact, Choice, Column, DerivedFact } from './fact.js';
import type { Issue, LocalizedText } from './issue.js';

export interface Band {
  readonly id: string;
  readonly title: LocalizedText;
  readonly lower: { readonly value: number; readonly inclusive: boolean };
  readonly upper: { readonly value: number; readonly inclusive: boolean };
}

export interface Line {
  readonly id: string;
  readonly title: LocalizedText;
  readonly points: number;
  readonly clause: string;
  readonly standard: LocalizedText;
  readonly starts: 'full' | 'zero';
  readonly appliesWhen?: Condition;
  readonly needs: readonly string[];
  readonly note?: LocalizedText;
  readonly rules: readonly Rule[];
  /** Where it is declared. */
  readonly document: string;
  readonly pointer: string;
}

export interface Indicator {
  readonly id: string;
  readonly title: LocalizedText;
  readonly points: number;
  readonly clause: string;
  readonly lines: readonly Line[];
  readonly document: string;
  readonly pointer: string;
}
export interface Category {
  readonly id: string;
  readonly title: LocalizedText;
  readonly points: number;
  readonly clause: string;
  readonly indicators: readonly Indicator[];
  readonly document: string;
  readonly pointer: string;
}

export interface Standard {
  readonly points: number;
  readonly bands: readonly Band[];
  readonly categories: readonly Category[];
}

export interface Desk {
  readonly needs: readonly string[];
  readonly department: string;
  readonly handedIn: string;
  readonly dispositions: ReadonlyMap<string, { readonly title: LocalizedText; readonly notice?: LocalizedText }>;
  readonly rules: readonly Rule[];
  readonly document: string;
  readonly pointer: string;
}

/** A list row; `cells` holds the declared columns, `required` among them. */
export interface ListRow {
  readonly id: string;
  readonly title: LocalizedText;
  readonly required: boolean;
  readonly cells: Readonly<Record<string, boolean | number | string | readonly string[]>>;
}
export interface List {
  readonly id: string;
  readonly title: LocalizedText;
  readonly columns: ReadonlyMap<string, Column>;
  readonly rows: readonly ListRow[];
  readonly choices: readonly Choice[];
  readonly document: string;
  readonly pointer: string;
}

export interface FormStep {
  readonly id: string;
  readonly title: LocalizedText;
  readonly questions: readonly string[];
}

/** What a question, option or column says in English, where it differs from Chinese. */
export interface EnglishTexts {
  readonly title?: string;
  readonly description?: string;
  readonly unit?: string;
}

/** A form as written: `schema` still holds `list:` references. `resolveForm` draws it. */
export interface Form {
  readonly id: string;
  readonly title: LocalizedText;
  readonly steps: readonly FormStep[];
  readonly schema: Readonly<Record<string, unknown>>;
  readonly uiSchema: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<string, { readonly en: EnglishTexts }>>;
  readonly document: string;
}

export interface NamedCondition {
  readonly id: string;
  readonly title: LocalizedText;
  readonly conditions: Condition;
  readonly document: string;
  readonly pointer: string;
}
export interface Clause {
  readonly id: string;
  readonly summary: LocalizedText;
  readonly none?: LocalizedText;
  readonly document: string;
  readonly pointer: string;
}
export interface EditionCase {
  readonly id: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, unknown>>;
  readonly document: string;
  readonly pointer: string;
}

export interface CalendarYear {
  readonly year: number;
  readonly notice: { readonly title: string; readonly number: string; readonly date: string };
  readonly holidays: ReadonlySet<string>;
  readonly workdays: ReadonlySet<string>;
}
export interface Calendar {
  readonly id: string;
  readonly title: LocalizedText;
  readonly years: ReadonlyMap<number, CalendarYear>;
}

export interface Edition {
  /** `authority/subject/year`. */
  readonly id: string;
  readonly kind: 'standard' | 'desk';
  readonly title: LocalizedText;
  readonly authority: LocalizedText;
  readonly year: number;
  readonly effectiveFrom: string;
  readonly source: { readonly title: LocalizedText; readonly number: string; readonly date: string };
  readonly note?: LocalizedText;
  readonly forms: readonly Form[];
  readonly lists: ReadonlyMap<string, List>;
  /** Every base fact of all forms, by id. */
  readonly facts: ReadonlyMap<string, BaseFact>;
  readonly derived: ReadonlyMap<string, DerivedFact>;
  readonly conditions: ReadonlyMap<string, NamedCondition>;
  readonly standard?: Standard;
  readonly desk?: Desk;
  readonly outline: readonly Clause[];
  readonly calendar?: Calendar;
  readonly cases: readonly EditionCase[];
  /** SHA-256 (hex) of the canonical JSON of the documents. */
  readonly hash: string;
  /** The documents as parsed JSON by path, `$schema` left out: what is hashed, stored and bundled. */
  readonly documents: Readonly<Record<string, unknown>>;
}

/** Text files by path relative to the configuration root (`rules/…`, `forms/…`). */
export type SourceFiles = Readonly<Record<string, string>>;

export type EditionResult =
  | { readonly ok: true; readonly edition: Edition; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };
