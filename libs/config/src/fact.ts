/** Owns what a fact is: the typed names that forms yield and rules read. */
import type { Condition } from './document/rule.js';
import type { AreaLevel } from './form/areas.js';
import type { FileKind } from './form/file-kinds.js';
import type { FormatId } from './form/formats.js';
import type { LocalizedText } from './issue.js';

/** One selectable value. `required` matters to `MISSING` only. */
export interface Choice {
  readonly id: string;
  readonly title: LocalizedText;
  readonly required: boolean;
}

export type FactType =
  | { readonly kind: 'boolean' }
  | {
      readonly kind: 'number';
      readonly integer: boolean;
      readonly minimum?: number;
      readonly maximum?: number;
      readonly multipleOf?: number;
      readonly unit?: string;
    }
  /** With `areas` the id of an area of one of these levels: nothing that may be shown as it is. */
  | { readonly kind: 'text'; readonly areas?: readonly AreaLevel[] }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly list?: string }
  | { readonly kind: 'checklist'; readonly choices: readonly Choice[]; readonly list?: string }
  | { readonly kind: 'rows'; readonly columns: ReadonlyMap<string, Column> }
  /** Uploaded files by their ids: how many there may be, and of which kinds. */
  | { readonly kind: 'files'; readonly least: number; readonly most: number; readonly accept: readonly FileKind[] }
  | { readonly kind: 'record'; readonly columns: ReadonlyMap<string, Column>; readonly list: string };

/** A column of a rows fact or of a record; an optional cell may be blank. */
export interface Column {
  readonly id: string;
  readonly title: LocalizedText;
  readonly type: FactType;
  readonly required: boolean;
}

/** A question of a form. */
export interface BaseFact {
  readonly origin: 'form';
  readonly id: string;
  readonly form: string;
  readonly title: LocalizedText;
  readonly type: FactType;
  /** Personal data: the answer is kept sealed and shown masked. Rows are personal when one of their columns is. */
  readonly personal: boolean;
  readonly format?: FormatId;
  /** Whether the chosen answer names a record in lists. */
  readonly heading: boolean;
  /** Conditions that must all hold for the question to be asked; empty: always. */
  readonly askedWhen: readonly Condition[];
  /** Where it is declared. */
  readonly document: string;
  readonly pointer: string;
}

/** A fact computed by a formula; its type is inferred by the engine. */
export interface DerivedFact {
  readonly origin: 'formula';
  readonly id: string;
  readonly title: LocalizedText;
  readonly formula: string;
  readonly unit?: string;
  readonly clause?: string;
  readonly document: string;
  readonly pointer: string;
}
