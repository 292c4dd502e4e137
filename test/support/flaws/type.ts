/** Owns flaws of types: formulas and conditions that cannot mean anything. */
import { compare, type Flaw, factNamed, ofStandard, rule } from './flaw.js';

const first = `${rule}/conditions/any/0`;

export const typeFlaws: readonly Flaw[] = [
  ofStandard('bad-formula', 'a formula that names nothing', ['facts', '/facts/0/formula', 'MISSING(nothing)']),
  ofStandard('cyclic-formula', 'a formula that reads itself', ['facts', '/facts/0/formula', 'missingThings + 1']),
  ofStandard('wrong-operator', 'a number that is to contain', ['rooms', `${first}/operator`, 'contains']),
  ofStandard('unknown-choice', 'a value that is no choice', ['rooms', first, compare('owner', 'equal', 'moon')], {
    pointer: `${first}/value`,
  }),
  ofStandard(
    'unknown-path',
    'a column that is not there',
    ['rooms', first, compare('rooms', 'equal', 1, { path: '0.moons' })],
    { pointer: `${first}/path` },
  ),
  ofStandard('path-needed', 'a table compared as a whole', ['rooms', first, compare('rooms', 'equal', 1)]),
  ofStandard(
    'maybe-blank',
    'an amount that may be blank',
    ['rooms', `${rule}/event/params/each`, { fact: 'repaired' }],
    { also: [['facts', '/facts/-', factNamed('repaired', 'IF(reason = "repair", area, 0)')]] },
  ),
];
