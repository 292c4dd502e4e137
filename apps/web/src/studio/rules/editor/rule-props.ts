/** Owns what the editor of a rule is given. */
import type { Clause, List } from '@yimen/config';
import type { RuleDeclaration } from '@yimen/engine/editing';
import type { Disposition } from '../decisions/decision-props';
import type { FactDictionary } from '../fact-dictionary';
import type { NamedTitle } from '../fact-options';

export interface RuleEditorProps {
  /** As the document holds it. */
  readonly rule: RuleDeclaration;
  readonly place: 'line' | 'desk';
  readonly dictionary: FactDictionary;
  /** The lists that formulas may name; those of the dictionary where nothing is said. */
  readonly lists?: ReadonlyMap<string, List>;
  /** Every clause of the outline. */
  readonly clauses: readonly Clause[];
  readonly named: readonly NamedTitle[];
  /** Called with every finished change; what is not finished stays on screen until it is. */
  readonly onChange: (rule: RuleDeclaration) => void;
  /** The points of the line, for the sentence. */
  readonly points?: number;
  /** What the desk calls its dispositions, by event type. */
  readonly dispositions?: Readonly<Record<string, Disposition | undefined>>;
  /** The desk's checklist question of papers handed in. */
  readonly handedIn?: string;
  readonly readOnly?: boolean;
}
