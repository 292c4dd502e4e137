/** Owns flaws that only the checks find: what is well written and still not right. */
import { compare, type Flaw, factNamed, line, ofDesk, ofStandard, rule, ruleNamed } from './flaw.js';

const deducts = { type: 'deduct', params: { points: 1 } };
const handles = { type: 'handle' };
const unit = (operator: string, value: unknown) => ({ all: [compare('unit', operator, value)] });
const power = ['request', '/schema/properties/unit/oneOf/-', { const: 'power', title: '电力' }] as const;

const standardFlaws: readonly Flaw[] = [
  ofStandard('points-do-not-add-up', 'a line that lost points', ['rooms', `${line}/points`, 8], {
    pointer: '/indicators/0/points',
  }),
  ofStandard('band-gap', 'totals without a grade', ['edition', '/bands/0/above', 6], {
    pointer: '/bands',
    counterexample: { total: 5.005 },
  }),
  ofStandard('band-overlap', 'totals of two grades', ['edition', '/bands/0/above', 4], {
    pointer: '/bands',
    counterexample: { total: 4.005 },
  }),
  ofStandard('cap-too-large', 'a cap beyond the line', ['rooms', `${rule}/event/params/cap`, 11]),
  ofStandard('amount-too-large', 'an amount beyond the line', ['rooms', `${rule}/event/params/points`, 11], {
    severity: 'warning',
  }),
  ofStandard('fact-unused', 'a formula nothing reads', ['facts', '/facts/-', factNamed('spare', 'missingThings')], {
    pointer: '/facts/1',
    severity: 'warning',
  }),
  ofStandard(
    'fact-only-recorded',
    'a question nothing reads',
    ['rooms', `${line}/needs`, ['name', 'phone', 'rooms', 'detail']],
    { document: 'visit', pointer: '/schema/properties/photos', severity: 'info' },
  ),
  ofStandard('personal-data-told', 'a name in a reason', ['rooms', `${rule}/reason/zh`, '{name}缺物'], {
    pointer: `${rule}/reason`,
  }),
  ofStandard('unknown-clause', 'a clause outside the outline', ['rooms', `${rule}/clause`, '九']),
  ofStandard(
    'clause-without-rule',
    'a clause nobody cites',
    ['outline', '/clauses/-', { id: '二', summary: { zh: '二' } }],
    {
      pointer: '/clauses/3',
    },
  ),
  ofStandard('unsafe-pattern', 'a pattern that runs for ever', [
    'visit',
    '/schema/properties/name/pattern',
    '^(a|a)*$',
  ]),
  ofStandard(
    'rule-never-fires',
    'a rule of contradictions',
    [
      'rooms',
      `${line}/rules/-`,
      ruleNamed('never', '一', { all: [compare('open', 'equal', true), compare('open', 'equal', false)] }, deducts),
    ],
    { pointer: `${line}/rules/1/conditions` },
  ),
  ofStandard(
    'not-proven',
    'a rule that no try makes fire',
    ['rooms', `${line}/rules/-`, ruleNamed('far', '一', { all: [compare('half', 'greaterThan', 1000)] }, deducts)],
    {
      pointer: `${line}/rules/1/conditions`,
      severity: 'info',
      also: [['facts', '/facts/-', factNamed('half', 'area / 2')]],
    },
  ),
  ofStandard('case-fails', 'a case that expects something else', ['first', '/0/expect/total', 1], {
    counterexample: { visit: { open: true } },
  }),
];

const deskFlaws: readonly Flaw[] = [
  ofDesk('no-disposition', 'a unit nobody decides for', power, {
    document: 'desk',
    pointer: '/rules',
    counterexample: { request: { unit: 'power', handed: ['card'] } },
  }),
  ofDesk(
    'two-dispositions',
    'two rules of the same priority',
    ['desk', '/rules/-', ruleNamed('both', '二', unit('in', ['water', 'power']), handles, { priority: 2 })],
    { pointer: '/rules', also: [power], counterexample: { request: { unit: 'water', handed: ['card'] } } },
  ),
  ofDesk(
    'rule-shadowed',
    'a rule that always comes too late',
    ['desk', '/rules/-', ruleNamed('late', '二', unit('equal', 'water'), handles)],
    { pointer: '/rules/2' },
  ),
];

export const checkFlaws: readonly Flaw[] = [...standardFlaws, ...deskFlaws];
