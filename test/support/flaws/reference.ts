/** Owns flaws between documents of the right shape: names that lead nowhere, things said twice or in the wrong place. */
import { gone } from '../../../libs/config/src/fixture/fault.js';
import { type Flaw, ofDesk, ofStandard, rule } from './flaw.js';

const questions = '/schema/properties';

export const referenceFlaws: readonly Flaw[] = [
  ofStandard('missing-manifest', 'no manifest', ['edition', '', gone]),
  ofStandard('missing-document', 'a form without a document', ['edition', '/forms/1', 'other']),
  ofStandard('unexpected-document', 'a desk beside a standard', [
    'desk',
    '',
    {
      department: 'owner',
      handedIn: 'things',
      dispositions: {},
      rules: [
        {
          id: 'any',
          clause: '一',
          reason: { zh: '原因' },
          conditions: { condition: 'large' },
          event: { type: 'refuse' },
        },
      ],
    },
  ]),
  ofStandard('wrong-id', 'another folder’s id', ['edition', '/id', 'town/other/2020']),
  ofStandard('wrong-year', 'another year than its id', ['edition', '/year', 2021]),
  ofStandard('unknown-calendar', 'a calendar that is not there', ['edition', '/calendar', 'moon']),
  ofStandard('duplicate-id', 'two bands of one id', ['edition', '/bands/1/id', 'good'], { pointer: '/bands/1' }),
  ofStandard('wrong-column', 'a list for a column of numbers', ['lists', '/lists/0/columns/0/list', 'owners'], {
    pointer: '/lists/0/columns/0',
  }),
  ofStandard('unknown-list', 'a question of an unknown list', [
    'visit',
    `${questions}/things/items/$ref`,
    'list:moons',
  ]),
  ofStandard('bad-bounds', 'bounds on files that nothing meets', ['visit', `${questions}/photos/minItems`, 4], {
    pointer: `${questions}/photos/maxItems`,
  }),
  ofStandard('unknown-question', 'a step’s question that is not there', ['visit', '/steps/0/questions/-', 'height'], {
    pointer: '/steps/0/questions/5',
  }),
  ofStandard(
    'question-not-in-step',
    'a question in no step',
    ['visit', '/steps/0/questions', ['open', 'area', 'name', 'owner']],
    { pointer: `${questions}/phone` },
  ),
  ofStandard('unknown-text', 'English words of nothing', ['visit', '/texts/owner.moon', { en: { title: 'Moon' } }]),
  ofStandard(
    'cyclic-question',
    'a question asked by its own answer',
    ['visit', '/schema/allOf/0/if', { properties: { reason: { const: 'repair' } }, required: ['reason'] }],
    { pointer: '/schema/allOf/0/then/properties/reason' },
  ),
  ofStandard('unknown-fact', 'an unknown fact in an event', ['rooms', `${rule}/event/params/each/fact`, 'height']),
  ofStandard('unknown-condition', 'an unknown named condition', [
    'rooms',
    '/indicators/0/lines/0/appliesWhen/condition',
    'huge',
  ]),
  ofStandard(
    'cyclic-condition',
    'a condition that names itself',
    ['conditions', '/conditions/large/conditions/all/-', { condition: 'large' }],
    { pointer: '/conditions/large' },
  ),
  ofDesk('unexpected-key', 'a desk with points', ['edition', '/points', 10]),
  ofDesk('unknown-disposition', 'a disposition without a title', ['desk', '/rules/0/event/type', 'refuse']),
  ofDesk('duplicate-date', 'a day twice', ['days', '/years/1/holidays/0/days/1', '2019-12-31']),
  ofDesk('not-a-weekend', 'a working day that is no weekend day', ['days', '/years/1/workdays/0', '2020-01-06']),
];
