/** Owns finding what reads a fact in the documents of an edition, whether or not they parse. */
import { pointerTo } from '@yimen/config';
import { parseFormula, type Syntax } from '../formula/syntax.js';

export type Documents = Readonly<Record<string, unknown>>;

/** A place that reads a fact. */
export interface Reader {
  readonly fact: string;
  readonly document: string;
  readonly pointer: string;
  /** The rule or the derived fact it is in, by id. */
  readonly rule?: string;
  readonly derived?: string;
}

type Owner = Pick<Reader, 'rule' | 'derived'>;

/** Every place in rules, formulas, conditions and desks that names a fact. Questions that ask for each other are none. */
export function readersIn(documents: Documents): Reader[] {
  return Object.entries(documents)
    .filter(([path]) => path.startsWith('rules/') && !path.endsWith('.jsonl'))
    .flatMap(([document, value]) => {
      const found: Reader[] = [];
      visit(value, '', {}, (fact, pointer, owner) => found.push({ fact, document, pointer, ...owner }));
      return found;
    });
}

type Report = (fact: string, pointer: string, owner: Owner) => void;

function visit(value: unknown, pointer: string, owner: Owner, report: Report): void {
  if (typeof value === 'string') {
    for (const fact of namesInText(value)) report(fact, pointer, owner);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const own = Array.isArray(value) ? owner : ownerOf(value as Readonly<Record<string, unknown>>, owner);
  for (const [key, inner] of Object.entries(value)) {
    const at = pointerTo(pointer, key);
    for (const fact of namesUnder(key, inner)) report(fact, at, own);
    visit(inner, at, own, report);
  }
}

function ownerOf({ id, formula, event }: Readonly<Record<string, unknown>>, owner: Owner): Owner {
  if (typeof id !== 'string') return owner;
  if (typeof formula === 'string') return { derived: id };
  return event === undefined ? owner : { rule: id };
}

/** The facts that a value names because of the key it is under. */
function namesUnder(key: string, value: unknown): readonly string[] {
  if (key === 'needs') return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  if (typeof value !== 'string') return [];
  if (key === 'formula') return namesIn(value);
  return key === 'fact' || key === 'department' || key === 'handedIn' ? [value] : [];
}

/** The facts in the `{formula}` places of a text. */
const namesInText = (text: string): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/gu)].flatMap(([, formula]) => namesIn(formula ?? ''));

/** The names in a formula; in one that cannot be read, whatever looks like a name. */
function namesIn(formula: string): string[] {
  const parsed = parseFormula(formula);
  return parsed.ok ? namesOf(parsed.syntax) : (formula.match(/[A-Za-z][A-Za-z0-9]*/gu) ?? []);
}

function namesOf(syntax: Syntax): string[] {
  if (syntax.type === 'name') return [syntax.name];
  return syntax.type === 'call' ? syntax.args.flatMap(namesOf) : [];
}
