/** Owns flaws of texts: what is no document at all, or one that is too large, too deep or hostile. */
import { type Flaw, ofStandard, rule } from './flaw.js';

const nots = (count: number): unknown => (count === 0 ? {} : { not: nots(count - 1) });

const broken = (code: string, says: string, document: string, pointer: string, from: string, to: string): Flaw =>
  ofStandard(code, says, [document, pointer, undefined], { rewritten: { document, from, to } });

export const textFlaws: readonly Flaw[] = [
  broken('invalid-json', 'a comma too many', 'facts', '', '{', '{,'),
  broken('duplicate-key', 'a key twice', 'facts', '/facts/0/id', '"id": ', '"id": "first", "id": '),
  broken('not-finite', 'a number that overflows', 'edition', '/points', '"points": 10', '"points": 1e999'),
  ofStandard('hostile-key', 'a key that reaches a prototype', ['visit', '/uiSchema/constructor', {}]),
  ofStandard('too-deep', 'nesting deeper than 20 levels', ['rooms', `${rule}/conditions`, nots(14)], { pointer: '' }),
  ofStandard(
    'too-large',
    'more than 500 conditions',
    ['rooms', `${rule}/conditions/any`, Array(501).fill({ condition: 'large' })],
    { pointer: '' },
  ),
];
